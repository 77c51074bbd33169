package io.klamm.template.format;

/** What stands between the percent sign and the verb. */
final class VerbFlags {

    /** The widest and most precise that is obeyed. */
    static final int MOST = 10_000;

    boolean plus;
    boolean minus;
    boolean sharp;
    boolean space;
    boolean zero;
    int width = -1;
    int precision = -1;

    boolean take(char flag) {
        switch (flag) {
            case '+' -> plus = true;
            case '-' -> minus = true;
            case '#' -> sharp = true;
            case ' ' -> space = true;
            case '0' -> zero = true;
            default -> {
                return false;
            }
        }
        return true;
    }

    void width(int wanted) {
        minus = minus || wanted < 0;
        width = Math.abs(wanted);
    }

    /** Text at its width. */
    String pad(String text) {
        int missing = width - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        if (minus) {
            return text + " ".repeat(missing);
        }
        return (zero ? "0" : " ").repeat(missing) + text;
    }

    /** The text of a number with its sign, at its width. */
    String padNumber(String signed, boolean zeros) {
        boolean negative = signed.startsWith("-") || signed.startsWith("+");
        String digits = negative ? signed.substring(1) : signed;
        String sign = signed.startsWith("-") ? "-" : plus ? "+" : space ? " " : "";
        int missing = width - sign.length() - digits.length();
        if (zeros && zero && !minus && missing > 0) {
            return sign + "0".repeat(missing) + digits;
        }
        return spaced(sign + digits);
    }

    private String spaced(String text) {
        int missing = width - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        return minus ? text + " ".repeat(missing) : " ".repeat(missing) + text;
    }
}
