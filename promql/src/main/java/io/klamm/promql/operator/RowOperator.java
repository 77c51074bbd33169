package io.klamm.promql.operator;

import io.klamm.promql.functions.RowFunction;
import io.klamm.promql.row.Row;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A function of the values of each series, step by step. */
public final class RowOperator implements VectorOperator {

    private static final RowFunction NOTHING = row -> {};

    private final VectorOperator input;
    private final Supplier<RowFunction> functions;
    private final UnaryOperator<Head> rename;
    private RowFunction function = NOTHING;

    /**
     * A function.
     *
     * @param functions the arithmetic, asked for when it begins
     * @param rename from a series' head to that of its values
     */
    public RowOperator(VectorOperator input, Supplier<RowFunction> functions, UnaryOperator<Head> rename) {
        this.input = input;
        this.functions = functions;
        this.rename = rename;
    }

    /** Only gives series other labels. */
    public static RowOperator renaming(VectorOperator input, UnaryOperator<Head> rename) {
        return new RowOperator(input, () -> NOTHING, rename);
    }

    @Override
    public List<Head> heads() {
        function = functions.get();
        return input.heads().stream().map(rename).toList();
    }

    @Override
    public void next(Row row) {
        input.next(row);
        function.apply(row);
    }

    @Override
    public void skip() {
        input.skip();
    }
}
