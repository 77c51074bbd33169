package io.klamm.lag;

import java.util.function.Predicate;

/**
 * Which names a setting is about. Two are equal when their texts are.
 *
 * @param text as it is written
 * @param matches whether a whole name matches
 */
public record Names(String text, Predicate<String> matches) {

    /** Every name; no pattern is written as an empty text. */
    static final Names ALL = new Names("", name -> true);

    @Override
    public boolean equals(Object other) {
        return other instanceof Names names && names.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
