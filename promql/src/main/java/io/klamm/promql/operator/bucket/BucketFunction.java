package io.klamm.promql.operator.bucket;

import io.klamm.promql.functions.Buckets;
import io.klamm.promql.operator.Head;

/** What is computed of a histogram's buckets at each step. */
interface BucketFunction {

    /** Begins, once, before any histogram. */
    void begin();

    /** How many series come of one histogram. */
    int results();

    /** What one of them is called, from the labels of the histogram. */
    Head rename(int result, Head head);

    /** The value of one of them at a step; there is at least one bucket. */
    double value(int result, int step, Buckets buckets);
}
