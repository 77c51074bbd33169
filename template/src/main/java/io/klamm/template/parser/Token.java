package io.klamm.template.parser;

record Token(Kind kind, int at, String text) {

    boolean is(String keyword) {
        return kind == Kind.KEYWORD && text.equals(keyword);
    }

    /** How errors show it. */
    String shown() {
        if (kind == Kind.END) {
            return "EOF";
        }
        if (kind == Kind.KEYWORD) {
            return "<" + text + ">";
        }
        return text.length() > 10 ? quoted(text.substring(0, 10)) + "..." : quoted(text);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
