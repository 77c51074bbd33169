package io.klamm.notifier.channel.text;

import io.klamm.template.value.Arguments;
import io.klamm.template.value.Functions;
import io.klamm.template.value.SafeHtml;
import io.klamm.template.value.TemplateFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The functions that templates of messages call. */
final class MessageFunctions {

    private MessageFunctions() {}

    static Functions all() {
        Map<String, TemplateFunction> texts = Map.of(
                "toUpper", arguments -> arguments.exactly(1).text(0).toUpperCase(Locale.ROOT),
                "toLower", arguments -> arguments.exactly(1).text(0).toLowerCase(Locale.ROOT),
                "trimSpace", arguments -> arguments.exactly(1).text(0).strip(),
                "join", MessageFunctions::join,
                "safeHtml", arguments -> new SafeHtml(arguments.exactly(1).text(0)),
                "stringSlice", arguments -> List.copyOf(texts(arguments.all())));
        return Functions.of(texts).with(TimeValue.functions());
    }

    private static List<String> texts(List<?> values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(String.valueOf(value)));
        return texts;
    }

    private static String join(Arguments arguments) {
        return arguments.exactly(2).list(1).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(arguments.text(0)));
    }
}
