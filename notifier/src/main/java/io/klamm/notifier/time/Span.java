package io.klamm.notifier.time;

/** Whole numbers from {@code first} to {@code last}, both included: minutes of the day, days of the week, months, years. */
public record Span(int first, int last) {

    public Span {
        if (first > last) {
            throw new IllegalArgumentException(
                    "span: " + first + " to " + last + " (expected: a begin before its end)");
        }
    }

    boolean contains(int number) {
        return number >= first && number <= last;
    }
}
