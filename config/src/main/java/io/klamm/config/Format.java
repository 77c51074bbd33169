package io.klamm.config;

import java.util.Optional;
import java.util.function.Function;

/** How a value is written: turns text into a T, and says in words what the text should look like. */
public interface Format<T> {

    /** Completes the words "expected: ...", for a value that is missing or of the wrong shape. */
    String expected();

    /** Parses text that is not empty and has its variables filled in; must not throw for any text. */
    Parsed<T> parse(String text);

    /** A format whose parser says yes or no. */
    static <T> Format<T> of(String expected, Function<String, Optional<T>> parser) {
        return explained(
                expected,
                text -> parser.apply(text).<Parsed<T>>map(Parsed::good).orElseGet(() -> Parsed.bad(expected)));
    }

    /** A format whose parser says why not, such as a regular expression with a missing bracket. */
    static <T> Format<T> explained(String expected, Function<String, Parsed<T>> parser) {
        return new Format<>() {
            @Override
            public String expected() {
                return expected;
            }

            @Override
            public Parsed<T> parse(String text) {
                return parser.apply(text);
            }
        };
    }
}
