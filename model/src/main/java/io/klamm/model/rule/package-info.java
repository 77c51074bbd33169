/** Groups of rules and their states, as they are shown. */
@NullMarked
package io.klamm.model.rule;

import org.jspecify.annotations.NullMarked;
