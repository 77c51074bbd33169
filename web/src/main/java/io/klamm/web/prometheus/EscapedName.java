package io.klamm.web.prometheus;

/** A label's name in a path, where names with other than letters, digits and underscores are written as {@code U__some_2e_name}. */
final class EscapedName {

    private static final String MARK = "U__";
    private static final int MOST_DIGITS = 6;

    private EscapedName() {}

    /** The name itself; one that is not escaped, or not rightly, is given back as it is. */
    static String unescape(String name) {
        if (!name.startsWith(MARK)) {
            return name;
        }
        StringBuilder out = new StringBuilder(name.length());
        int at = MARK.length();
        while (at < name.length()) {
            char c = name.charAt(at);
            if (c != '_') {
                out.append(c);
                at++;
                continue;
            }
            int end = name.indexOf('_', at + 1);
            if (end == at + 1) {
                out.append('_');
            } else if (!point(name, at + 1, end, out)) {
                return name;
            }
            at = end + 1;
        }
        return out.toString();
    }

    private static boolean point(String name, int from, int to, StringBuilder out) {
        if (to < 0 || to - from > MOST_DIGITS || !name.substring(from, to).matches("[0-9a-fA-F]+")) {
            return false;
        }
        int point = Integer.parseInt(name.substring(from, to), 16);
        if (point > Character.MAX_CODE_POINT) {
            return false;
        }
        out.appendCodePoint(point);
        return true;
    }
}
