package io.klamm.promql.ast;

import java.util.List;

/** A function applied to arguments: {@code rate(x[5m])}. */
public record Call(Span position, Function function, List<Expr> args) implements Expr {

    public Call {
        args = List.copyOf(args);
    }

    @Override
    public ValueType type() {
        return function.returns();
    }

    @Override
    public List<Expr> children() {
        return args;
    }
}
