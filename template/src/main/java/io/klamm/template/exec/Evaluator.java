package io.klamm.template.exec;

import io.klamm.template.ast.Command;
import io.klamm.template.ast.Operand;
import io.klamm.template.ast.Pipeline;
import io.klamm.template.value.Arguments;
import io.klamm.template.value.Fields;
import io.klamm.template.value.Functions;
import io.klamm.template.value.Options;
import io.klamm.template.value.TemplateException;
import io.klamm.template.value.TemplateFunction;
import io.klamm.template.value.TypeNames;
import io.klamm.template.value.WrongArgument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of pipelines in one template. */
final class Evaluator {

    private final Functions functions;
    private final Options options;
    private final Meter meter;
    private final Variables variables;
    private final Failure failure;

    Evaluator(Functions functions, Options options, Meter meter, Variables variables, Failure failure) {
        this.functions = functions;
        this.options = options;
        this.meter = meter;
        this.variables = variables;
        this.failure = failure;
    }

    /** The last argument of a command in a pipeline, none for the first command. */
    private record Piped(boolean present, @Nullable Object value) {
        private static final Piped NONE = new Piped(false, null);
    }

    @Nullable
    Object pipeline(@Nullable Object dot, Pipeline pipeline) {
        Object value = commands(dot, pipeline);
        for (String variable : pipeline.variables()) {
            if (pipeline.assigns()) {
                variables.assign(variable, value);
            } else {
                variables.declare(variable, value);
            }
        }
        return value;
    }

    /** The value of a pipeline, whose variables are left alone. */
    @Nullable
    Object commands(@Nullable Object dot, Pipeline pipeline) {
        Piped piped = Piped.NONE;
        for (Command command : pipeline.commands()) {
            piped = new Piped(true, command(dot, command, piped));
        }
        return piped.value();
    }

    private @Nullable Object command(@Nullable Object dot, Command command, Piped piped) {
        step(command);
        Operand first = command.first();
        if (first instanceof Operand.Function function) {
            return function(dot, command, function, piped);
        }
        if (first instanceof Operand.Field || first instanceof Operand.Variable || first instanceof Operand.Chain) {
            return chained(dot, first, command.arguments(), piped);
        }
        if (command.operands().size() > 1 || piped.present()) {
            throw failure.at(first.at(), first, "can't give argument to non-function " + first);
        }
        if (first instanceof Operand.Nil) {
            throw failure.at(first.at(), first, "nil is not a command");
        }
        return value(dot, first);
    }

    private void step(Command command) {
        try {
            meter.step();
        } catch (OverLimit e) {
            throw failure.at(command.at(), command, message(e), e);
        }
    }

    /** The value of an operand that is an argument. */
    private @Nullable Object value(@Nullable Object dot, Operand operand) {
        if (operand instanceof Operand.Dot) {
            return dot;
        }
        if (operand instanceof Operand.Constant constant) {
            return constant.value();
        }
        if (operand instanceof Pipeline pipeline) {
            return pipeline(dot, pipeline);
        }
        if (operand instanceof Operand.Function function) {
            return function(dot, new Command(function.at(), List.of(function)), function, Piped.NONE);
        }
        return operand instanceof Operand.Nil ? null : chained(dot, operand, List.of(), Piped.NONE);
    }

    private @Nullable Object chained(@Nullable Object dot, Operand operand, List<Operand> arguments, Piped piped) {
        if (operand instanceof Operand.Field field) {
            return fields(dot, dot, field, field.names(), arguments, piped);
        }
        if (operand instanceof Operand.Variable variable) {
            return fields(dot, variables.get(variable.name()), variable, variable.fields(), arguments, piped);
        }
        Operand.Chain chain = (Operand.Chain) operand;
        return fields(dot, value(dot, chain.of()), chain, chain.fields(), arguments, piped);
    }

    private @Nullable Object fields(
            @Nullable Object dot,
            @Nullable Object of,
            Operand at,
            List<String> names,
            List<Operand> arguments,
            Piped piped) {
        Object value = of;
        for (int i = 0; i < names.size(); i++) {
            boolean last = i == names.size() - 1;
            value = field(dot, value, at, names.get(i), last ? arguments : List.of(), last ? piped : Piped.NONE);
        }
        if (names.isEmpty() && (!arguments.isEmpty() || piped.present())) {
            throw failure.at(at.at(), at, "can't give argument to non-function " + at);
        }
        return value;
    }

    private @Nullable Object field(
            @Nullable Object dot, @Nullable Object of, Operand at, String name, List<Operand> operands, Piped piped) {
        Object target = TimeMethods.wrapped(of);
        if (target instanceof Fields fields && fields.hasField(name)) {
            Object value = fields.field(name);
            if (value instanceof TemplateFunction method) {
                return call(method, new Site(at, name, at.at(), operands), arguments(dot, operands, piped));
            }
            checkNoArguments(at, name, operands, piped);
            return value;
        }
        if (of instanceof Map<?, ?> map) {
            checkNoArguments(at, name, operands, piped);
            return map.containsKey(name) ? map.get(name) : missing(map, at, name);
        }
        if (of == null && options.missing() != Options.Missing.ERROR) {
            return null;
        }
        String message = of == null
                ? "nil data; no entry for key \"" + name + "\""
                : "can't evaluate field " + name + " in type " + TypeNames.of(of);
        throw failure.at(at.at(), at, message);
    }

    private void checkNoArguments(Operand at, String name, List<Operand> operands, Piped piped) {
        if (!operands.isEmpty() || piped.present()) {
            throw failure.at(at.at(), at, name + " is not a method but has arguments");
        }
    }

    private @Nullable Object missing(Map<?, ?> map, Operand at, String name) {
        return switch (options.missing()) {
            case NO_VALUE -> null;
            case ZERO -> Elements.zeroOf(map);
            case ERROR -> throw failure.at(at.at(), at, "map has no entry for key \"" + name + "\"");
        };
    }

    private @Nullable Object function(@Nullable Object dot, Command command, Operand.Function function, Piped piped) {
        TemplateFunction known = functions.find(function.name());
        if (known == null) {
            throw failure.at(function.at(), function, "\"" + function.name() + "\" is not a defined function");
        }
        if (function.name().equals("and") || function.name().equals("or")) {
            return shortened(dot, command, function, known, piped);
        }
        List<@Nullable Object> arguments = arguments(dot, command.arguments(), piped);
        return call(known, site(command, function), arguments);
    }

    /** Looks at no more arguments than it takes to know the result. */
    private @Nullable Object shortened(
            @Nullable Object dot, Command command, Operand.Function function, TemplateFunction known, Piped piped) {
        boolean stop = function.name().equals("or");
        List<@Nullable Object> values = new ArrayList<>();
        for (Operand operand : command.arguments()) {
            Object value = value(dot, operand);
            values.add(value);
            if (Truth.of(value) == stop) {
                return value;
            }
        }
        if (piped.present()) {
            values.add(piped.value());
        }
        return call(known, site(command, function), values);
    }

    private List<@Nullable Object> arguments(@Nullable Object dot, List<Operand> operands, Piped piped) {
        List<@Nullable Object> arguments = new ArrayList<>();
        for (Operand operand : operands) {
            arguments.add(value(dot, operand));
        }
        if (piped.present()) {
            arguments.add(piped.value());
        }
        return arguments;
    }

    /** Where a call stands. */
    private record Site(Object context, String name, int place, List<Operand> operands) {}

    private static Site site(Command command, Operand.Function function) {
        return new Site(command, function.name(), function.at(), command.arguments());
    }

    private @Nullable Object call(TemplateFunction function, Site site, List<@Nullable Object> arguments) {
        try {
            arguments.forEach(meter::moved);
            Object result = Numbers.plain(function.call(new Arguments(site.name(), arguments)));
            meter.moved(result);
            return result;
        } catch (TemplateException e) {
            throw e;
        } catch (WrongArgument e) {
            throw wrong(site, e);
        } catch (OverLimit e) {
            throw failure.at(site.place(), site.context(), message(e), e);
        } catch (RuntimeException e) {
            throw failure.at(site.place(), site.context(), "error calling " + site.name() + ": " + message(e), e);
        }
    }

    private TemplateException wrong(Site site, WrongArgument e) {
        if (e.index() < 0 || e.index() >= site.operands().size()) {
            Object context = e.index() < 0 ? site.name() : site.context();
            return failure.at(site.place(), context, message(e), e);
        }
        Operand operand = site.operands().get(e.index());
        String message = operand instanceof Operand.Constant constant
                ? "expected " + e.expected() + "; found " + constant.text()
                : message(e);
        return failure.at(operand.at(), operand, message, e);
    }

    private static String message(RuntimeException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
