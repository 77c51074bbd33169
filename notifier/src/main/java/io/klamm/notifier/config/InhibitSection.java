package io.klamm.notifier.config;

import io.klamm.config.Section;
import io.klamm.model.alert.AlertMatcher;
import java.util.ArrayList;
import java.util.List;

/** The section {@code inhibit_rules}. */
final class InhibitSection {

    private InhibitSection() {}

    static List<InhibitConfig> bind(Section root) {
        return root.sections("inhibit_rules", InhibitSection::one);
    }

    private static InhibitConfig one(Section section) {
        List<String> equal = section.strings("equal");
        List<InhibitConfig.Source> sources = new ArrayList<>(section.sections("sources", item -> source(item, equal)));
        List<AlertMatcher> single = Matchers.bind(section, "source_");
        if (sources.isEmpty()) {
            sources.add(new InhibitConfig.Source(single, equal));
        } else if (!single.isEmpty()) {
            section.problem("sources", "beside source_matchers (expected: one of them)");
        }
        return new InhibitConfig(section.string("name", ""), sources, Matchers.bind(section, "target_"), equal);
    }

    private static InhibitConfig.Source source(Section section, List<String> equalOfRule) {
        List<String> equal = new ArrayList<>(equalOfRule);
        equal.addAll(section.strings("equal"));
        return new InhibitConfig.Source(Matchers.bind(section, "source_"), equal);
    }
}
