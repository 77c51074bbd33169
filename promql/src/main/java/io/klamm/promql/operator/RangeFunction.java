package io.klamm.promql.operator;

import io.klamm.promql.functions.RangeKernel;
import io.klamm.promql.row.Row;
import io.klamm.promql.row.Windows;
import io.klamm.storage.SampleBuffer;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A function over the samples of a range, for each series. */
public final class RangeFunction implements VectorOperator {

    private final SampleSource source;
    private final Supplier<RangeKernel> kernels;
    private final Windows windows;
    private final UnaryOperator<Head> rename;
    private final Watcher watcher;
    private final SampleBuffer samples = new SampleBuffer();
    private List<Head> sources = List.of();
    private @Nullable RangeKernel kernel;
    private int at;

    /** Is told of every series that the function has values for. */
    public interface Watcher {

        /** Whoever does not want to know. */
        Watcher NONE = (source, values) -> {};

        /** Hears of the series that the values came from, with all its labels, and of the values. */
        void answered(Head source, Row values);
    }

    /**
     * A function.
     *
     * @param kernels the arithmetic, asked for when it begins
     * @param rename from a series' head to that of its values
     */
    public RangeFunction(
            SampleSource source,
            Supplier<RangeKernel> kernels,
            Windows windows,
            UnaryOperator<Head> rename,
            Watcher watcher) {
        this.source = source;
        this.kernels = kernels;
        this.windows = windows;
        this.rename = rename;
        this.watcher = watcher;
    }

    @Override
    public List<Head> heads() {
        kernel = kernels.get();
        sources = source.heads();
        return sources.stream().map(rename).toList();
    }

    @Override
    public void skip() {
        at++;
        source.skip();
    }

    @Override
    public void next(Row row) {
        if (kernel == null) {
            throw new IllegalStateException("next: before heads");
        }
        source.next(samples, kernel::condense);
        kernel.evaluate(samples, windows, row);
        row.trim();
        Head head = sources.get(at++);
        if (!row.isEmpty()) {
            watcher.answered(head, row);
        }
    }
}
