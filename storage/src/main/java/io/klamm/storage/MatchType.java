package io.klamm.storage;

/** How a {@link Matcher} compares. */
public enum MatchType {
    EQUAL("="),
    NOT_EQUAL("!="),
    REGEX("=~"),
    NOT_REGEX("!~");

    private final String sign;

    MatchType(String sign) {
        this.sign = sign;
    }

    /** As written in a selector. */
    public String sign() {
        return sign;
    }

    /** Whether it is one of the two regular ones. */
    public boolean regex() {
        return this == REGEX || this == NOT_REGEX;
    }

    /** Whether it says what a value must not be. */
    public boolean negative() {
        return this == NOT_EQUAL || this == NOT_REGEX;
    }
}
