/** What a parsed template consists of. */
@NullMarked
package io.klamm.template.ast;

import org.jspecify.annotations.NullMarked;
