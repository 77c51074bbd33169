package io.klamm.config;

import java.util.Optional;

/** What came of parsing a value: the value, or what was expected instead. */
public sealed interface Parsed<T> {

    static <T> Parsed<T> good(T value) {
        return new Good<>(value);
    }

    /** A refusal; {@code expected} completes the words "expected: ..." and must not repeat the value, which may be secret. */
    static <T> Parsed<T> bad(String expected) {
        return new Bad<>(expected);
    }

    /** The value, if it was good. */
    Optional<T> value();

    record Good<T>(T good) implements Parsed<T> {

        @Override
        public Optional<T> value() {
            return Optional.of(good);
        }
    }

    record Bad<T>(String expected) implements Parsed<T> {

        @Override
        public Optional<T> value() {
            return Optional.empty();
        }
    }
}
