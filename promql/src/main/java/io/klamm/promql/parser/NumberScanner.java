package io.klamm.promql.parser;

/** Finds the end of a number or a duration. Whether what it finds has a value is for others to say. */
final class NumberScanner {

    private static final String DECIMAL = "0123456789";
    private static final String HEXADECIMAL = "0123456789abcdefABCDEF";

    private final Cursor cursor;
    private final boolean inSeries;

    /**
     * @param inSeries whether it is a series' value, where {@code x} repeats a number and so cannot be a part of one
     */
    NumberScanner(Cursor cursor, boolean inSeries) {
        this.cursor = cursor;
        this.inSeries = inSeries;
    }

    /** Goes to the end of a number; where there is none, to where it stops being one, and says no. */
    boolean number() {
        int from = cursor.at();
        boolean hexadecimal = !inSeries && cursor.accept("0") && cursor.accept("xX");
        if (hexadecimal) {
            cursor.accept("_");
        }
        cursor.accept(".");
        cursor.accept(hexadecimal ? HEXADECIMAL : DECIMAL);
        if (!tail(hexadecimal ? HEXADECIMAL : DECIMAL) || cursor.at() == from) {
            return false;
        }
        int next = cursor.peek();
        return (inSeries && next == 'x') || !Cursor.letterOrDigit(next);
    }

    private boolean tail(String digits) {
        boolean dot = false;
        boolean exponent = false;
        while (cursor.is(digits + "._eE")) {
            if (cursor.is(digits)) {
                cursor.acceptAll(digits);
            } else if (cursor.accept(".")) {
                if (dot || cursor.accept("_.") || digits.equals(HEXADECIMAL)) {
                    return false;
                }
                dot = true;
            } else if (cursor.accept("eE")) {
                boolean again = exponent;
                exponent = true;
                if (again || !exponentFollows()) {
                    return false;
                }
            } else if (!underscoreIsFollowed()) {
                return false;
            }
        }
        return true;
    }

    private boolean exponentFollows() {
        cursor.accept("+-");
        return !cursor.accept("._eE") && cursor.peek() != Cursor.END;
    }

    private boolean underscoreIsFollowed() {
        cursor.accept("_");
        return !cursor.accept("._eE") && cursor.peek() != Cursor.END;
    }

    /** After digits: goes to the end of a duration; where there is none, to after what makes it none, and says no. */
    boolean restOfDuration() {
        if (!cursor.accept("smhdwy")) {
            return false;
        }
        cursor.accept("s");
        while (cursor.is(DECIMAL)) {
            cursor.acceptAll(DECIMAL);
            if (!cursor.accept("smhdw")) {
                return false;
            }
            cursor.accept("s");
        }
        if (Cursor.letterOrDigit(cursor.peek())) {
            cursor.next();
            return false;
        }
        return true;
    }
}
