/** Fakes, contract suites and house rules shipped as code, for the tests of the other rooms. */
@NullMarked
package io.klamm.testing;

import org.jspecify.annotations.NullMarked;
