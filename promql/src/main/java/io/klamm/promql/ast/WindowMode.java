package io.klamm.promql.ast;

/** How a selector takes the samples at the edges of its range. */
public enum WindowMode {
    /** Only samples within: what every selector does unless told otherwise. */
    EXACT(""),
    /** With the samples before the edges taken for those at the edges ({@code anchored}). */
    ANCHORED("anchored"),
    /** With values at the edges that are interpolated from the samples on both sides ({@code smoothed}). */
    SMOOTHED("smoothed");

    private final String keyword;

    WindowMode(String keyword) {
        this.keyword = keyword;
    }

    /** The word that asks for it; empty for {@link #EXACT}. */
    public String keyword() {
        return keyword;
    }
}
