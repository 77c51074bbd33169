package io.klamm.promql.ast;

/** What an expression evaluates to at one time. */
public enum ValueType {
    /** One number. */
    SCALAR("scalar", "scalar"),
    /** A set of series with one sample each. */
    VECTOR("vector", "instant vector"),
    /** A set of series with the samples of a range each. */
    MATRIX("matrix", "range vector"),
    /** One text. */
    STRING("string", "string");

    private final String tag;
    private final String words;

    ValueType(String tag, String words) {
        this.tag = tag;
        this.words = words;
    }

    /** As the HTTP API calls it: {@code vector}. */
    public String tag() {
        return tag;
    }

    /** As errors and documentation call it: {@code instant vector}. */
    public String words() {
        return words;
    }
}
