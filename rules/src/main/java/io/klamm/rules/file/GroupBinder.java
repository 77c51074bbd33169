package io.klamm.rules.file;

import io.klamm.config.Durations;
import io.klamm.config.Range;
import io.klamm.config.Section;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Binds one group; problems are noted in its section. */
final class GroupBinder {

    static final String KEEP = "keep_state_while_missing";

    private final RuleFileOptions options;
    private final Names names;

    GroupBinder(RuleFileOptions options) {
        this.options = options;
        this.names = new Names(options.legacyNames());
    }

    RuleGroup bind(Section section) {
        if (options.ignoreUnknown()) {
            section.keys().forEach(section::ignore);
        }
        String name = section.string("name");
        Optional<Duration> interval =
                section.optional("interval", Durations.FORMAT).filter(found -> !found.isZero());
        Optional<Duration> queryOffset = section.optional("query_offset", Durations.FORMAT);
        int limit = Math.max(0, section.integer("limit", 0, Range.of(Integer.MIN_VALUE, Integer.MAX_VALUE)));
        SortedMap<String, String> labels = names.labels(section);
        boolean usual = options.keepWhileMissing();
        boolean keep = options.ownKeys() ? section.bool(KEEP, usual) : usual;
        RuleBinder binder = new RuleBinder(options, names, labels, keep);
        List<Rule> rules = section.sections("rules", binder::bind);
        warnOfTwins(section.sections("rules"), rules);
        return new RuleGroup(name, interval, queryOffset, limit, rules);
    }

    /** The sections and rules of one group; they are as many, unless one was refused. */
    private static void warnOfTwins(List<Section> sections, List<Rule> rules) {
        Set<Twin> seen = new HashSet<>();
        for (int i = 0; i < rules.size() && sections.size() == rules.size(); i++) {
            Rule rule = rules.get(i);
            if (!seen.add(Twin.of(rule))) {
                sections.get(i)
                        .warning(
                                "\"" + rule.name()
                                        + "\" with these labels is there twice in its group (expected: labels that tell them apart)");
            }
        }
    }
}
