package io.klamm.model.series;

import java.util.regex.Pattern;

/** How Prometheus writes labels and quotes texts. */
public final class LabelText {

    private static final Pattern LABEL_NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");
    private static final Pattern METRIC_NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");

    private LabelText() {}

    /** Whether the name needs no quotes as a label's. */
    public static boolean isClassicLabelName(String name) {
        return LABEL_NAME.matcher(name).matches();
    }

    /** Whether the name needs no quotes as a metric's. */
    public static boolean isClassicMetricName(String name) {
        return METRIC_NAME.matcher(name).matches();
    }

    static String write(Labels labels) {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < labels.size(); i++) {
            String name = labels.name(i);
            text.append(i == 0 ? "" : ", ")
                    .append(isClassicLabelName(name) ? name : quote(name))
                    .append('=')
                    .append(quote(labels.value(i)));
        }
        return text.append('}').toString();
    }

    /** The text in double quotes, as Go's {@code strconv.Quote} writes it: readers of Prometheus's answers expect that form. */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(point -> escape(point, quoted));
        return quoted.append('"').toString();
    }

    private static void escape(int point, StringBuilder out) {
        switch (point) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case 0x07 -> out.append("\\a");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case 0x0b -> out.append("\\v");
            default -> plainOrNumber(point, out);
        }
    }

    private static void plainOrNumber(int point, StringBuilder out) {
        if (printable(point)) {
            out.appendCodePoint(point);
        } else if (point < 0x80 || rawByte(point)) {
            out.append(String.format("\\x%02x", point & 0xff));
        } else if (point < 0x10000) {
            out.append(String.format("\\u%04x", point));
        } else {
            out.append(String.format("\\U%08x", point));
        }
    }

    /** A byte that is no UTF-8, as the parser of expressions keeps it. */
    private static boolean rawByte(int point) {
        return point >= 0xdc80 && point <= 0xdcff;
    }

    private static boolean printable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> point == ' ';
            default -> true;
        };
    }
}
