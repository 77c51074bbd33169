package io.klamm.notifier.config;

import io.klamm.config.Format;
import io.klamm.config.Parsed;
import io.klamm.config.Section;
import io.klamm.model.alert.AlertMatcher;
import io.klamm.model.alert.AlertMatcher.Operator;
import java.util.ArrayList;
import java.util.List;

/** Matchers as a route or an inhibition has them, in the three ways in which they may be written. */
final class Matchers {

    private static final Format<List<AlertMatcher>> FORM =
            Format.explained("matchers such as severity=\"critical\"", Matchers::parse);

    private Matchers() {}

    /** Those of {@code matchers}, {@code match} and {@code match_re}, each with the prefix before its name. */
    static List<AlertMatcher> bind(Section section, String prefix) {
        List<AlertMatcher> matchers = new ArrayList<>();
        section.list(prefix + "matchers", FORM, List.of()).forEach(matchers::addAll);
        matchers.addAll(pairs(section, prefix + "match", Operator.EQUAL));
        matchers.addAll(pairs(section, prefix + "match_re", Operator.REGEX));
        return matchers;
    }

    private static List<AlertMatcher> pairs(Section section, String key, Operator operator) {
        List<AlertMatcher> matchers = new ArrayList<>();
        section.freeMap(key).reveal().forEach((name, value) -> {
            AlertMatcher matcher = new AlertMatcher(name, operator, value);
            try {
                io.klamm.storage.Matcher.of(matcher);
                matchers.add(matcher);
            } catch (IllegalArgumentException e) {
                section.problem(key, String.valueOf(e.getMessage()));
            }
        });
        return matchers;
    }

    private static Parsed<List<AlertMatcher>> parse(String text) {
        try {
            List<AlertMatcher> matchers = AlertMatcher.parseAll(text);
            matchers.forEach(io.klamm.storage.Matcher::of);
            return Parsed.good(matchers);
        } catch (IllegalArgumentException e) {
            return Parsed.bad("matchers such as severity=\"critical\"; " + e.getMessage());
        }
    }
}
