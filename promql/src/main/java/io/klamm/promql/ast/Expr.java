package io.klamm.promql.ast;

import java.util.List;

/** A PromQL expression: a node of the tree that the parser makes, the printer writes and the engine plans from. */
public sealed interface Expr
        permits NumberLiteral,
                StringLiteral,
                VectorSelector,
                MatrixSelector,
                SubqueryExpr,
                Call,
                AggregateExpr,
                BinaryExpr,
                UnaryExpr,
                ParenExpr,
                StepInvariantExpr {

    /** Where it stands in the text. */
    Span position();

    ValueType type();

    /** The expressions that it is made of, in the order in which they are written. */
    List<Expr> children();
}
