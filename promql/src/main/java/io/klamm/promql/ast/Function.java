package io.klamm.promql.ast;

import java.util.List;

/**
 * A function's name and signature.
 *
 * @param args types of the arguments; with {@code variadic}, the last one may be missing or be repeated
 * @param variadic how many arguments may stand in place of the last one: 0 for exactly it, n for none to n, -1 for any number
 * @param experimental whether Prometheus has it behind a flag
 */
public record Function(String name, List<ValueType> args, int variadic, ValueType returns, boolean experimental) {

    public Function {
        args = List.copyOf(args);
    }

    public int minArgs() {
        return variadic == 0 ? args.size() : args.size() - 1;
    }

    /** The most arguments that it takes; {@link Integer#MAX_VALUE} where there is no most. */
    public int maxArgs() {
        if (variadic < 0) {
            return Integer.MAX_VALUE;
        }
        return variadic == 0 ? args.size() : args.size() - 1 + variadic;
    }

    /** The type of the argument at {@code index}, from 0; what is repeated has the type of the last. */
    public ValueType argType(int index) {
        return args.get(Math.min(index, args.size() - 1));
    }
}
