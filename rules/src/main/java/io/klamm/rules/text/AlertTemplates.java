package io.klamm.rules.text;

import io.klamm.model.series.Labels;
import io.klamm.rules.alert.AlertTexts;
import java.time.Instant;
import java.util.Map;

/** Expands templates of labels and annotations, each with the functions of its time. */
public final class AlertTemplates implements AlertTexts {

    private final TimedFunctions functions;
    private final Map<String, String> externalLabels;
    private final String externalUrl;

    /** @param functions that templates may call */
    public AlertTemplates(TimedFunctions functions, Labels externalLabels, String externalUrl) {
        this.functions = functions;
        this.externalLabels = externalLabels.toMap();
        this.externalUrl = externalUrl;
    }

    @Override
    public String expand(String alertName, String template, Labels source, double value, Instant at) {
        return new io.klamm.template.AlertTemplates(functions.at(at), externalLabels, externalUrl)
                .expand(alertName, template, source.toMap(), value);
    }
}
