/** A seeded simulator of producers and groups that knows the truth, and evaluators that are measured against it. */
@NullMarked
package io.klamm.benchmarks.verdicts;

import org.jspecify.annotations.NullMarked;
