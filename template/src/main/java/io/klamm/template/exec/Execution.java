package io.klamm.template.exec;

import io.klamm.template.ast.Definition;
import io.klamm.template.ast.Node;
import io.klamm.template.ast.Pipeline;
import io.klamm.template.value.Functions;
import io.klamm.template.value.Options;
import io.klamm.template.value.TemplateException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One rendering of a template. */
public final class Execution {

    private final Map<String, Definition> definitions;
    private final Functions functions;
    private final Options options;
    private final Meter meter;
    private int depth;

    private Execution(Map<String, Definition> definitions, Functions functions, Options options) {
        this.definitions = definitions;
        this.functions = functions;
        this.options = options;
        this.meter = new Meter(options);
    }

    /**
     * The text that a template gives for a value.
     *
     * @param functions the language's among them
     * @throws TemplateException where it fails, or costs more than the options allow
     */
    public static String run(
            Definition root,
            @Nullable Object data,
            Map<String, Definition> definitions,
            Functions functions,
            Options options) {
        Execution execution = new Execution(definitions, functions, options);
        execution.template(root, data);
        return execution.meter.output();
    }

    private void template(Definition definition, @Nullable Object dot) {
        Variables variables = new Variables(dot);
        Failure failure = new Failure(definition.source(), definition.name());
        Evaluator evaluator = new Evaluator(functions, options, meter, variables, failure);
        new Walk(evaluator, meter, variables, failure, this::call).body(dot, definition.body());
    }

    private void call(Node.Call call, Failure failure, @Nullable Object dot) {
        Definition called = definitions.get(call.name());
        if (called == null) {
            throw failure.at(call.at(), call, "template \"" + call.name() + "\" not defined");
        }
        if (++depth > options.limits().depth()) {
            throw failure.at(
                    call.at(),
                    call,
                    "exceeded maximum template depth (" + options.limits().depth() + ")");
        }
        template(called, dot);
        depth--;
    }

    /** Runs another template. */
    @FunctionalInterface
    interface Calls {
        void call(Node.Call call, Failure failure, @Nullable Object dot);
    }

    /** Where a walk goes after a node. */
    enum Next {
        ON,
        BREAK,
        CONTINUE
    }

    /** The value of a call's pipeline, nil where it has none. */
    static @Nullable Object dotOf(Evaluator evaluator, @Nullable Object dot, @Nullable Pipeline pipeline) {
        return pipeline == null ? null : evaluator.pipeline(dot, pipeline);
    }
}
