package io.klamm.rules.file;

import io.klamm.config.Section;
import io.klamm.template.AlertTemplates;
import io.klamm.template.functions.PrometheusFunctions;
import io.klamm.template.value.TemplateException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Whether the texts of a rule's labels and annotations are templates. */
final class TemplateCheck {

    private static final AlertTemplates TEMPLATES =
            new AlertTemplates(PrometheusFunctions.of(query -> List.of(), Instant.EPOCH, ""), Map.of(), "");

    private TemplateCheck() {}

    /** Notes in a section which of its texts are none. */
    static void check(Section section, String alert, SortedMap<String, String> texts) {
        texts.forEach((name, text) -> {
            try {
                TEMPLATES.check(alert, text);
            } catch (TemplateException e) {
                section.problem(name, "not a template, " + e.getMessage());
            }
        });
    }
}
