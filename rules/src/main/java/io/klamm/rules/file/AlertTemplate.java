package io.klamm.rules.file;

import io.klamm.config.Section;
import io.klamm.template.Template;
import io.klamm.template.functions.PrometheusFunctions;
import io.klamm.template.value.Functions;
import io.klamm.template.value.TemplateException;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** Templates of labels and annotations, with the variables that Prometheus gives them. */
public final class AlertTemplate {

    private static final String VARIABLES = "{{$labels := .Labels}}{{$externalLabels := .ExternalLabels}}"
            + "{{$externalURL := .ExternalURL}}{{$value := .Value}}";

    private static final Functions FUNCTIONS = PrometheusFunctions.of(query -> List.of(), Instant.EPOCH, "");

    private AlertTemplate() {}

    /** By which errors call the templates of an alert. */
    public static String name(String alert) {
        return "__alert_" + alert;
    }

    /**
     * The template of a text.
     *
     * @throws TemplateException if it is none
     */
    public static Template parse(String alert, String text, Functions functions) {
        return Template.parse(name(alert), VARIABLES + text, functions);
    }

    /** Notes in a section which of its texts are no templates. */
    static void check(Section section, String alert, SortedMap<String, String> texts) {
        texts.forEach((name, text) -> {
            try {
                parse(alert, text, FUNCTIONS);
            } catch (TemplateException e) {
                section.problem(name, "not a template, " + e.getMessage());
            }
        });
    }
}
