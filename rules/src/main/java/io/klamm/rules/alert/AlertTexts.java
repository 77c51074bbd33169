package io.klamm.rules.alert;

import io.klamm.model.series.Labels;
import java.time.Instant;

/** Expands the templates of labels and annotations. */
public interface AlertTexts {

    /**
     * The text that a template comes to; where it fails, a text that says why.
     *
     * @param source labels of the series, its name among them
     */
    String expand(String alertName, String template, Labels source, double value, Instant at);
}
