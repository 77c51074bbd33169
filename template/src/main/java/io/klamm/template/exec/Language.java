package io.klamm.template.exec;

import io.klamm.template.format.GoEscape;
import io.klamm.template.format.GoPrintf;
import io.klamm.template.format.GoValue;
import io.klamm.template.value.Arguments;
import io.klamm.template.value.Functions;
import io.klamm.template.value.TemplateFunction;
import io.klamm.template.value.TypeNames;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The functions that the language has of its own; {@code and} and {@code or} stop where their result is known. */
public final class Language {

    private static final Functions FUNCTIONS = Functions.of(all());

    private Language() {}

    public static Functions functions() {
        return FUNCTIONS;
    }

    private static Map<String, TemplateFunction> all() {
        Map<String, TemplateFunction> all = new HashMap<>();
        all.put("and", arguments -> lastBefore(arguments, false));
        all.put("or", arguments -> lastBefore(arguments, true));
        all.put("not", arguments -> !Truth.of(arguments.exactly(1).value(0)));
        all.put("eq", Comparison::equal);
        all.put("ne", compare((a, b) -> !Comparison.same(a, b)));
        all.put("lt", compare(Comparison::less));
        all.put("gt", compare((a, b) -> Comparison.less(b, a)));
        all.put("le", compare((a, b) -> Comparison.less(a, b) || Comparison.same(a, b)));
        all.put("ge", compare((a, b) -> Comparison.less(b, a) || Comparison.same(a, b)));
        all.put("len", Elements::length);
        all.put("index", Elements::index);
        all.put("slice", Elements::slice);
        all.put("print", arguments -> GoValue.print(arguments.all()));
        all.put("println", arguments -> GoValue.println(arguments.all()));
        all.put("printf", Language::printf);
        all.put("html", escape(GoEscape::html));
        all.put("js", escape(GoEscape::javascript));
        all.put("urlquery", escape(GoEscape::query));
        all.put("call", Language::call);
        return all;
    }

    private static @Nullable Object lastBefore(Arguments arguments, boolean stop) {
        for (Object value : arguments.atLeast(1).all()) {
            if (Truth.of(value) == stop) {
                return value;
            }
        }
        return arguments.value(arguments.size() - 1);
    }

    private static TemplateFunction compare(BiPredicate<@Nullable Object, @Nullable Object> test) {
        return arguments -> test.test(arguments.exactly(2).value(0), arguments.value(1));
    }

    private static TemplateFunction escape(UnaryOperator<String> escape) {
        return arguments -> escape.apply(GoValue.print(arguments.all()));
    }

    private static String printf(Arguments arguments) {
        return GoPrintf.format(arguments.atLeast(1).text(0), arguments.from(1));
    }

    private static @Nullable Object call(Arguments arguments) {
        Object function = arguments.atLeast(1).value(0);
        if (function instanceof TemplateFunction callable) {
            return callable.call(new Arguments("call", arguments.from(1)));
        }
        throw new IllegalArgumentException(
                function == null
                        ? "call of nil"
                        : "non-function " + GoValue.text(function) + " of type " + TypeNames.of(function));
    }
}
