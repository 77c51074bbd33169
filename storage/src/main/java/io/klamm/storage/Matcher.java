package io.klamm.storage;

import io.klamm.model.alert.AlertMatcher;
import io.klamm.model.series.LabelText;
import io.klamm.model.series.Labels;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A condition on one label, as in {@code job=~"kafka.*"}; a label that does not exist counts as empty. Safe from any thread. */
public final class Matcher {

    private final MatchType type;
    private final String name;
    private final String value;
    private final LabelPattern pattern;

    /**
     * Makes a condition.
     *
     * @param value the text to compare with, or for the regular types an RE2 expression that must match the whole value
     * @throws IllegalArgumentException if the expression is none
     */
    public Matcher(MatchType type, String name, String value) {
        this.type = type;
        this.name = name;
        this.value = value;
        this.pattern = type.regex() ? LabelPattern.regex(value) : LabelPattern.literal(value);
    }

    public static Matcher equal(String name, String value) {
        return new Matcher(MatchType.EQUAL, name, value);
    }

    /**
     * The same condition as it is asked of an alert, able to compare.
     *
     * @throws IllegalArgumentException if its expression is none
     */
    public static Matcher of(AlertMatcher matcher) {
        MatchType type =
                switch (matcher.operator()) {
                    case EQUAL -> MatchType.EQUAL;
                    case NOT_EQUAL -> MatchType.NOT_EQUAL;
                    case REGEX -> MatchType.REGEX;
                    case NOT_REGEX -> MatchType.NOT_REGEX;
                };
        return new Matcher(type, matcher.name(), matcher.value());
    }

    /** Whether the labels meet all of the conditions. */
    public static boolean allMatch(List<Matcher> matchers, Labels labels) {
        for (Matcher matcher : matchers) {
            if (!matcher.matches(labels)) {
                return false;
            }
        }
        return true;
    }

    public MatchType type() {
        return type;
    }

    public String name() {
        return name;
    }

    public String value() {
        return value;
    }

    /** Whether a label of this value meets the condition. */
    public boolean matches(String labelValue) {
        return pattern.matches(labelValue) != type.negative();
    }

    public boolean matches(Labels labels) {
        return matches(labels.get(name));
    }

    /** Whether a series without the label meets the condition. */
    public boolean matchesEmpty() {
        return matches("");
    }

    /** The only values that the comparison, before any negation, says yes to, if they are few and known: {@code a|b} has two. */
    public Optional<List<String>> literals() {
        return pattern.literals();
    }

    /** What every value that the comparison, before any negation, says yes to begins with; possibly empty. */
    public String prefix() {
        return pattern.prefix();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matcher matcher
                && type == matcher.type
                && name.equals(matcher.name)
                && value.equals(matcher.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, name, value);
    }

    /** As in a selector: {@code job=~"kafka.*"}. */
    @Override
    public String toString() {
        return (LabelText.isClassicLabelName(name) ? name : LabelText.quote(name))
                + type.sign()
                + LabelText.quote(value);
    }
}
