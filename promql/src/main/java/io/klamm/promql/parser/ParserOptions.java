package io.klamm.promql.parser;

import java.util.EnumSet;
import java.util.Set;

/**
 * What of the language is on. What is off is refused by name: {@link ParseError#missing()} says which.
 *
 * @param features the parts that are on
 */
public record ParserOptions(Set<Feature> features) {

    /** What Prometheus 3.14 has without flags, but for native histograms. */
    public static final ParserOptions STANDARD = new ParserOptions(Set.of(Feature.DURATION_EXPRESSIONS));

    /** The whole language. */
    public static final ParserOptions EVERYTHING = new ParserOptions(EnumSet.allOf(Feature.class));

    public ParserOptions {
        features = Set.copyOf(features);
    }

    /** These options and one part more. */
    public ParserOptions with(Feature feature) {
        EnumSet<Feature> more = EnumSet.of(feature);
        more.addAll(features);
        return new ParserOptions(more);
    }

    boolean has(Feature feature) {
        return features.contains(feature);
    }
}
