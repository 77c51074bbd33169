package io.klamm.template.exec;

import io.klamm.template.ast.Command;
import io.klamm.template.ast.Node;
import io.klamm.template.ast.Pipeline;
import io.klamm.template.exec.Execution.Next;
import io.klamm.template.format.GoValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks the nodes of one template and writes. */
final class Walk {

    private final Evaluator evaluator;
    private final Meter meter;
    private final Variables variables;
    private final Failure failure;
    private final Execution.Calls calls;

    Walk(Evaluator evaluator, Meter meter, Variables variables, Failure failure, Execution.Calls calls) {
        this.evaluator = evaluator;
        this.meter = meter;
        this.variables = variables;
        this.failure = failure;
        this.calls = calls;
    }

    Next body(@Nullable Object dot, Node.@Nullable Body body) {
        if (body == null) {
            return Next.ON;
        }
        int mark = variables.mark();
        Next next = Next.ON;
        for (int i = 0; i < body.nodes().size() && next == Next.ON; i++) {
            next = metered(dot, body.nodes().get(i));
        }
        variables.backTo(mark);
        return next;
    }

    private Next metered(@Nullable Object dot, Node node) {
        try {
            meter.step();
            return node(dot, node);
        } catch (OverLimit e) {
            throw failure.at(node.at(), context(node), String.valueOf(e.getMessage()), e);
        }
    }

    private static Object context(Node node) {
        if (node instanceof Node.Action action) {
            return action.pipeline();
        }
        if (node instanceof Node.Range range) {
            return range.pipeline();
        }
        return node instanceof Node.Call ? node : "...";
    }

    private Next node(@Nullable Object dot, Node node) {
        if (node instanceof Node.Text text) {
            meter.text(text.text());
            return Next.ON;
        }
        if (node instanceof Node.Action action) {
            return write(dot, action.pipeline());
        }
        if (node instanceof Node.Call call) {
            calls.call(call, failure, Execution.dotOf(evaluator, dot, call.pipeline()));
            return Next.ON;
        }
        return steer(dot, node);
    }

    private Next write(@Nullable Object dot, Pipeline pipeline) {
        Object value = evaluator.pipeline(dot, pipeline);
        if (pipeline.variables().isEmpty()) {
            meter.value(value);
        }
        return Next.ON;
    }

    private Next steer(@Nullable Object dot, Node node) {
        if (node instanceof Node.If branch) {
            return branch(dot, false, branch.pipeline(), branch.body(), branch.orElse());
        }
        if (node instanceof Node.With branch) {
            return branch(dot, true, branch.pipeline(), branch.body(), branch.orElse());
        }
        if (node instanceof Node.Range range) {
            return range(dot, range);
        }
        return node instanceof Node.Break ? Next.BREAK : Next.CONTINUE;
    }

    private Next branch(
            @Nullable Object dot, boolean with, Pipeline pipeline, Node.Body body, Node.@Nullable Body orElse) {
        int mark = variables.mark();
        Object value = evaluator.pipeline(dot, pipeline);
        Next next = Truth.of(value) ? body(with ? value : dot, body) : body(dot, orElse);
        variables.backTo(mark);
        return next;
    }

    private Next range(@Nullable Object dot, Node.Range range) {
        int mark = variables.mark();
        Object over = evaluator.commands(dot, range.pipeline());
        boolean any = elements(over, range);
        variables.backTo(mark);
        return any ? Next.ON : body(dot, range.orElse());
    }

    /** Whether there was one at least. */
    private boolean elements(@Nullable Object over, Node.Range range) {
        if (over instanceof List<?> list) {
            return list(list, range);
        }
        if (over instanceof Map<?, ?> map) {
            return map(map, range);
        }
        if (over instanceof Long count) {
            return count(count, range);
        }
        if (over == null) {
            return false;
        }
        Command last = last(range.pipeline());
        throw failure.at(last.at(), last, "range can't iterate over " + GoValue.text(over));
    }

    private static Command last(Pipeline pipeline) {
        return pipeline.commands().get(pipeline.commands().size() - 1);
    }

    private boolean list(List<?> list, Node.Range range) {
        for (int i = 0; i < list.size() && element((long) i, list.get(i), range); i++) {}
        return !list.isEmpty();
    }

    private boolean map(Map<?, ?> map, Node.Range range) {
        List<? extends Map.Entry<?, ?>> entries = map.entrySet().stream()
                .sorted((a, b) -> GoValue.compareKeys(a.getKey(), b.getKey()))
                .toList();
        for (int i = 0;
                i < entries.size()
                        && element(entries.get(i).getKey(), entries.get(i).getValue(), range);
                i++) {}
        return !entries.isEmpty();
    }

    private boolean count(long count, Node.Range range) {
        for (long i = 0; i < count && element(i, i, range); i++) {}
        return count > 0;
    }

    /** Whether to go on with the next. */
    private boolean element(@Nullable Object key, @Nullable Object element, Node.Range range) {
        int mark = variables.mark();
        meter.step();
        Object value = Numbers.plain(element);
        bind(range.pipeline(), key, value);
        Next next = body(value, range.body());
        variables.backTo(mark);
        return next != Next.BREAK;
    }

    private void bind(Pipeline pipeline, @Nullable Object key, @Nullable Object value) {
        List<String> names = pipeline.variables();
        for (int i = 0; i < names.size(); i++) {
            Object bound = names.size() == 2 && i == 0 ? key : value;
            if (pipeline.assigns()) {
                variables.assign(names.get(i), bound);
            } else {
                variables.declare(names.get(i), bound);
            }
        }
    }
}
