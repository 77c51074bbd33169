/** Relabelling, as in prometheus.yml: rules that keep, drop and rewrite targets and series by their labels. */
@NullMarked
package io.klamm.scrape.relabel;

import org.jspecify.annotations.NullMarked;
