/** Time series as values: the labels that name one, what its samples may be, and what is known about a metric. */
@NullMarked
package io.klamm.model.series;

import org.jspecify.annotations.NullMarked;
