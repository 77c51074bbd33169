/** From tree to text: on one line, split over lines for people, and as plain maps and lists for the HTTP API. */
@NullMarked
package io.klamm.promql.printer;

import org.jspecify.annotations.NullMarked;
