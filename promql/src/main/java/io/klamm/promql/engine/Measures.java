package io.klamm.promql.engine;

import io.klamm.promql.ast.Expr;
import io.klamm.promql.budget.QueryBudget;
import io.klamm.promql.operator.Head;
import io.klamm.promql.operator.ScalarOperator;
import io.klamm.promql.operator.VectorOperator;
import io.klamm.promql.printer.ExprPrinter;
import io.klamm.promql.row.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Takes the time of every part of a plan, and counts its series and the samples read for it. For one query. */
final class Measures {

    private final LongSupplier nanoTime;
    private final QueryBudget budget;
    private final Deque<Node> open = new ArrayDeque<>();
    private final Node root = new Node("");

    Measures(LongSupplier nanoTime, QueryBudget budget) {
        this.nanoTime = nanoTime;
        this.budget = budget;
        open.push(root);
    }

    /** A part of the expression and what it has cost so far. */
    private static final class Node {
        final String text;
        final List<Node> children = new ArrayList<>();
        int series;
        long samples;
        long nanos;

        Node(String text) {
            this.text = text;
        }

        Explain explained() {
            return new Explain(
                    text,
                    series,
                    samples,
                    nanos,
                    children.stream().map(Node::explained).toList());
        }
    }

    VectorOperator vector(Expr expr, Supplier<VectorOperator> plan) {
        Node node = enter(expr);
        VectorOperator operator = plan.get();
        open.pop();
        return new MeasuredVector(operator, node);
    }

    ScalarOperator scalar(Expr expr, Supplier<ScalarOperator> plan) {
        Node node = enter(expr);
        ScalarOperator operator = plan.get();
        open.pop();
        return () -> measured(node, operator::values);
    }

    private Node enter(Expr expr) {
        Node node = new Node(ExprPrinter.print(expr));
        open.getFirst().children.add(node);
        open.push(node);
        return node;
    }

    private <T> T measured(Node node, Supplier<T> work) {
        long begun = nanoTime.getAsLong();
        long read = budget.samplesRead();
        try {
            return work.get();
        } finally {
            node.nanos += nanoTime.getAsLong() - begun;
            node.samples += budget.samplesRead() - read;
        }
    }

    /** What the whole query cost, once it is done. */
    Explain tree() {
        Explain all = root.explained();
        return all.children().size() == 1 ? all.children().get(0) : all;
    }

    private final class MeasuredVector implements VectorOperator {
        private final VectorOperator operator;
        private final Node node;

        MeasuredVector(VectorOperator operator, Node node) {
            this.operator = operator;
            this.node = node;
        }

        @Override
        public List<Head> heads() {
            List<Head> heads = measured(node, operator::heads);
            node.series = heads.size();
            return heads;
        }

        @Override
        public void next(Row row) {
            long begun = nanoTime.getAsLong();
            long read = budget.samplesRead();
            operator.next(row);
            node.nanos += nanoTime.getAsLong() - begun;
            node.samples += budget.samplesRead() - read;
        }

        @Override
        public void skip() {
            operator.skip();
        }
    }
}
