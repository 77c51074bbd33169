package io.klamm.rules.text;

import io.klamm.model.series.Labels;
import io.klamm.rules.alert.AlertTexts;
import io.klamm.rules.file.AlertTemplate;
import io.klamm.template.Template;
import io.klamm.template.value.Fields;
import io.klamm.template.value.TemplateException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Expands templates of labels and annotations as Prometheus does; they have {@code $labels}, {@code $value}, {@code $externalLabels} and {@code $externalURL}. */
public final class AlertTemplates implements AlertTexts {

    private final TimedFunctions functions;
    private final Labels externalLabels;
    private final String externalUrl;

    /** @param functions that templates may call */
    public AlertTemplates(TimedFunctions functions, Labels externalLabels, String externalUrl) {
        this.functions = functions;
        this.externalLabels = externalLabels;
        this.externalUrl = externalUrl;
    }

    @Override
    public String expand(String alertName, String template, Labels source, double value, Instant at) {
        if (!template.contains("{{")) {
            return template;
        }
        try {
            return rendered(parsed(alertName, template, at), alertName, source, value);
        } catch (ExpansionException e) {
            return "<error expanding template: " + e.getMessage() + ">";
        }
    }

    private Template parsed(String alertName, String template, Instant at) throws ExpansionException {
        try {
            return AlertTemplate.parse(alertName, template, functions.at(at));
        } catch (TemplateException e) {
            throw new ExpansionException(
                    "error parsing template " + AlertTemplate.name(alertName) + ": " + e.getMessage(), e);
        }
    }

    private String rendered(Template template, String alertName, Labels source, double value)
            throws ExpansionException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Labels", source.toMap());
        fields.put("ExternalLabels", externalLabels.toMap());
        fields.put("ExternalURL", externalUrl);
        fields.put("Value", value);
        try {
            return template.render(Fields.of("struct", fields));
        } catch (TemplateException e) {
            throw new ExpansionException(
                    "error executing template " + AlertTemplate.name(alertName) + ": " + e.getMessage(), e);
        }
    }

    private static final class ExpansionException extends Exception {

        private static final long serialVersionUID = 1L;

        ExpansionException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
