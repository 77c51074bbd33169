package io.klamm.template;

import io.klamm.template.value.Fields;
import io.klamm.template.value.Functions;
import io.klamm.template.value.Options;
import io.klamm.template.value.TemplateException;
import java.util.HashMap;
import java.util.Map;

/**
 * Expands the labels and annotations of alerting rules as Prometheus does: with {@code $labels}, {@code $value}, {@code $externalLabels} and
 * {@code $externalURL}, and errors as text.
 *
 * @param functions what templates may call
 */
public record AlertTemplates(Functions functions, Map<String, String> externalLabels, String externalUrl) {

    private static final String VARIABLES =
            "{{$labels := .Labels}}{{$externalLabels := .ExternalLabels}}{{$externalURL := .ExternalURL}}{{$value := .Value}}";

    public AlertTemplates {
        externalLabels = Map.copyOf(externalLabels);
    }

    /** The text for an alert, or {@code <error expanding template: message>}. */
    public String expand(String alert, String text, Map<String, String> labels, double value) {
        if (!text.contains("{{")) {
            return text;
        }
        try {
            return parsed(alert, text).render(data(labels, value), Options.TEXT);
        } catch (TemplateException e) {
            return "<error expanding template: " + e.getMessage() + ">";
        }
    }

    /** Throws {@link TemplateException} for a text that cannot be parsed, as {@code promtool check rules} does. */
    public void check(String alert, String text) {
        Template.parse(name(alert), VARIABLES + text, functions);
    }

    private static String name(String alert) {
        return "__alert_" + alert;
    }

    private Expander parsed(String alert, String text) {
        try {
            return new Expander(name(alert), Template.parse(name(alert), VARIABLES + text, functions));
        } catch (TemplateException e) {
            throw new TemplateException("error parsing template " + name(alert) + ": " + e.getMessage(), e);
        }
    }

    private record Expander(String name, Template template) {

        String render(Fields data, Options options) {
            try {
                return template.render(data, options);
            } catch (TemplateException e) {
                throw new TemplateException("error executing template " + name + ": " + e.getMessage(), e);
            }
        }
    }

    private Fields data(Map<String, String> labels, double value) {
        Map<String, Object> data = new HashMap<>();
        data.put("Labels", labels);
        data.put("ExternalLabels", externalLabels);
        data.put("ExternalURL", externalUrl);
        data.put("Value", value);
        return Fields.of("struct", data);
    }
}
