package io.klamm.promql.operator;

import io.klamm.storage.SampleBuffer;
import java.util.List;

/** Gives the series of a range vector with all samples that its windows need. Used as a {@link VectorOperator} is. For one thread. */
public interface SampleSource {

    List<Head> heads();

    /**
     * Puts the samples of the next series, sorted by time and without stale markers, into the buffer, in place of what it holds.
     *
     * @param condenser is offered the chunks that need not be read
     */
    void next(SampleBuffer samples, Condenser condenser);

    /** Passes the next series by. */
    void skip();
}
