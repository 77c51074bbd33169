package io.klamm.notifier.channel.text;

import io.klamm.template.Templates;
import io.klamm.template.functions.AlertmanagerFunctions;
import io.klamm.template.value.Fields;
import io.klamm.template.value.Options;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;

/** The templates that messages are written by: ours, and files of the user's, which may replace ours. */
public final class TemplateFiles {

    private TemplateFiles() {}

    /** Ours alone. */
    public static Wordings ours() {
        return with(Map.of());
    }

    /**
     * Ours and others.
     *
     * @param files texts by the names of the files, in the order in which they replace one another
     * @throws io.klamm.template.value.TemplateException for the first that cannot be understood
     */
    public static Wordings with(Map<String, String> files) {
        return new Wordings(expander("default.en.tmpl", files), expander("default.ko.tmpl", files));
    }

    private static Expander expander(String ours, Map<String, String> files) {
        Templates templates =
                Templates.none(AlertmanagerFunctions.of(Clock.systemUTC())).with(ours, resource(ours));
        for (Map.Entry<String, String> file : files.entrySet()) {
            templates = templates.with(file.getKey(), file.getValue());
        }
        Templates all = templates;
        return (template, data, html) -> expand(all, template, data, html);
    }

    private static String expand(Templates all, String template, Fields data, boolean html) {
        return all.parse("", template).render(data, html ? Options.HTML : Options.TEXT);
    }

    private static String resource(String name) {
        try (InputStream in = TemplateFiles.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
