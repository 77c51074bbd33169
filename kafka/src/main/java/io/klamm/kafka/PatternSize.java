package io.klamm.kafka;

/**
 * How large an RE2 expression becomes when it is compiled, in instructions, about.
 *
 * <p>RE2/J runs in linear time but unrolls repetitions, and limits each of them but not what they multiply to: {@code ((a{1000}){1000}){1000}} would eat the heap.
 */
final class PatternSize {

    private static final int DEEPEST = 100;
    private static final long MOST = 1_000_000_000L;

    private final String text;
    private int at;
    private int depth;

    private PatternSize(String text) {
        this.text = text;
    }

    /** At least as much as RE2/J will make of it; for text that RE2/J refuses, anything. */
    static long of(String pattern) {
        PatternSize size = new PatternSize(pattern);
        long total = 0;
        while (size.at < pattern.length()) {
            total = Math.min(MOST, total + size.sequence());
        }
        return total;
    }

    /** Up to the parenthesis that closes the group, which is consumed. */
    private long sequence() {
        if (++depth > DEEPEST) {
            at = text.length();
            return MOST;
        }
        long total = 0;
        long atom = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ')') {
                at++;
                break;
            }
            if (c == '{' && repetition()) {
                atom = Math.min(MOST, atom * repeat());
                continue;
            }
            total = Math.min(MOST, total + atom);
            atom = atom(c);
        }
        depth--;
        return Math.min(MOST, total + atom);
    }

    private long atom(char c) {
        at++;
        return switch (c) {
            case '(' -> 2 + sequence();
            case '[' -> {
                skipClass();
                yield 1;
            }
            case '\\' -> escape();
            default -> 1;
        };
    }

    private long escape() {
        if (at >= text.length()) {
            return 1;
        }
        char c = text.charAt(at++);
        if (c == 'Q') {
            int end = text.indexOf("\\E", at);
            int stop = end < 0 ? text.length() : end;
            int literal = stop - at;
            at = end < 0 ? text.length() : end + 2;
            return literal;
        }
        if ((c == 'p' || c == 'P' || c == 'x') && at < text.length() && text.charAt(at) == '{') {
            int end = text.indexOf('}', at);
            at = end < 0 ? text.length() : end + 1;
        }
        return 1;
    }

    /** A bracket that stands first in a class, negated or not, does not close it. */
    private void skipClass() {
        if (at < text.length() && text.charAt(at) == '^') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == ']') {
            at++;
        }
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\') {
                at++;
            } else if (c == '[' && at < text.length() && text.charAt(at) == ':') {
                int end = text.indexOf(":]", at);
                at = end < 0 ? at : end + 2;
            } else if (c == ']') {
                return;
            }
        }
    }

    /** Whether a repetition begins here; braces of any other kind stand for themselves. */
    private boolean repetition() {
        int end = text.indexOf('}', at);
        return end > at && text.substring(at + 1, end).matches("\\d{1,9}(,(\\d{1,9})?)?");
    }

    /** The larger bound of the repetition here, which is consumed. */
    private long repeat() {
        int end = text.indexOf('}', at);
        String[] bounds = text.substring(at + 1, end).split(",", -1);
        at = end + 1;
        long largest = 1;
        for (String bound : bounds) {
            if (!bound.isEmpty()) {
                largest = Math.max(largest, Long.parseLong(bound));
            }
        }
        return largest;
    }
}
