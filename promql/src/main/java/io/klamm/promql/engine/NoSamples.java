package io.klamm.promql.engine;

import io.klamm.promql.operator.Condenser;
import io.klamm.promql.operator.Head;
import io.klamm.promql.operator.SampleSource;
import io.klamm.storage.SampleBuffer;
import java.util.List;

/** A subquery so short that none of its steps falls into it. */
final class NoSamples implements SampleSource {

    @Override
    public List<Head> heads() {
        return List.of();
    }

    @Override
    public void next(SampleBuffer samples, Condenser condenser) {
        throw new IllegalStateException("next: there are no series");
    }

    @Override
    public void skip() {
        throw new IllegalStateException("skip: there are no series");
    }
}
