/** What a query comes to: values as arrays, what a person should know about them, and the ways in which it can fail. */
@NullMarked
package io.klamm.promql.value;

import org.jspecify.annotations.NullMarked;
