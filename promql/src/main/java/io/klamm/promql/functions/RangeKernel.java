package io.klamm.promql.functions;

import io.klamm.promql.row.Row;
import io.klamm.promql.row.Windows;
import io.klamm.storage.SampleBuffer;

/** A function over the samples of a range, for all windows of one series at once. Has room of its own, so it belongs to one thread. */
public interface RangeKernel {

    /**
     * Computes the values of a row from the samples of a series.
     *
     * @param samples sorted by time, without stale markers
     */
    void evaluate(SampleBuffer samples, Windows windows, Row out);
}
