package io.klamm.scrape.relabel;

import io.klamm.config.Format;
import io.klamm.config.Parsed;
import io.klamm.config.Range;
import io.klamm.config.Section;
import java.util.List;

/**
 * One rule, as an item of {@code relabel_configs} has it.
 *
 * @param sourceLabels the labels whose values, joined by the separator, are looked at
 * @param regex RE2; it must match the whole of them, and its dot matches line ends
 * @param modulus what {@code hashmod} divides by
 * @param targetLabel the label that is written or compared; {@code $1} and <code>${name}</code> in it stand for groups of the regex
 * @param replacement what is written; groups as in the target label
 */
public record RelabelConfig(
        List<String> sourceLabels,
        String separator,
        String regex,
        long modulus,
        String targetLabel,
        String replacement,
        RelabelAction action) {

    static final String SEPARATOR = ";";
    static final String REGEX = "(.*)";
    static final String REPLACEMENT = "$1";

    /** Stands in for a rule that is wrong, so that the rest of the file can be looked at. */
    private static final RelabelConfig KEEP_ALL =
            new RelabelConfig(List.of(), SEPARATOR, REGEX, 0, "", REPLACEMENT, RelabelAction.KEEP);

    private static final Format<String> EXPRESSION =
            Format.explained("an RE2 regular expression", RelabelConfig::expression);

    /**
     * Checks the rule as Prometheus does.
     *
     * @throws IllegalArgumentException if its parts do not fit together
     */
    public RelabelConfig {
        sourceLabels = List.copyOf(sourceLabels);
        String problem =
                RelabelChecks.problem(sourceLabels, separator, regex, modulus, targetLabel, replacement, action);
        if (!problem.isEmpty()) {
            throw new IllegalArgumentException(problem);
        }
    }

    /** One item of {@code relabel_configs}; problems are noted in the section. */
    public static RelabelConfig bind(Section section) {
        String word = section.string("action", RelabelAction.REPLACE.word());
        RelabelAction action = RelabelAction.ofWord(word).orElse(RelabelAction.REPLACE);
        if (RelabelAction.ofWord(word).isEmpty()) {
            section.refuseName("action", "an action", RelabelAction.words());
        }
        String written = section.text("regex", REGEX);
        String regex = written.isEmpty() ? "" : section.value("regex", EXPRESSION, REGEX);
        List<String> sourceLabels = section.strings("source_labels");
        String separator = section.text("separator", SEPARATOR);
        long modulus = section.longInteger("modulus", 0, Range.atLeast(0));
        String target = section.text("target_label", "");
        String replacement = section.text("replacement", REPLACEMENT);
        String problem = RelabelChecks.problem(sourceLabels, separator, regex, modulus, target, replacement, action);
        if (problem.isEmpty()) {
            return new RelabelConfig(sourceLabels, separator, regex, modulus, target, replacement, action);
        }
        section.problem(problem);
        return KEEP_ALL;
    }

    private static Parsed<String> expression(String text) {
        try {
            Relabelling.compile(text);
            return Parsed.good(text);
        } catch (IllegalArgumentException e) {
            return Parsed.bad("an RE2 regular expression, " + e.getMessage());
        }
    }
}
