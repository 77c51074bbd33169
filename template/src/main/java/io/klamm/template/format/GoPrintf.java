package io.klamm.template.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Go's Sprintf: text with verbs, and operands; mistakes show in the text, as Go shows them. */
public final class GoPrintf {

    private final String format;
    private final List<? extends @Nullable Object> operands;
    private final StringBuilder text = new StringBuilder();
    private int at;
    private int next;
    private boolean reordered;

    private GoPrintf(String format, List<? extends @Nullable Object> operands) {
        this.format = format;
        this.operands = operands;
    }

    public static String format(String format, List<? extends @Nullable Object> operands) {
        return new GoPrintf(format, operands).all();
    }

    private String all() {
        while (at < format.length()) {
            char c = format.charAt(at++);
            if (c == '%') {
                verb();
            } else {
                text.append(c);
            }
        }
        if (!reordered && next < operands.size()) {
            extra();
        }
        return text.toString();
    }

    private void extra() {
        List<String> left = new ArrayList<>();
        for (Object operand : operands.subList(next, operands.size())) {
            left.add(operand == null ? "<nil>" : GoVerb.typed(operand));
        }
        text.append("%!(EXTRA ").append(String.join(", ", left)).append(')');
    }

    private void verb() {
        VerbFlags flags = new VerbFlags();
        while (at < format.length() && flags.take(format.charAt(at))) {
            at++;
        }
        index();
        width(flags);
        precision(flags);
        index();
        if (at >= format.length()) {
            text.append("%!(NOVERB)");
            return;
        }
        int verb = format.codePointAt(at);
        at += Character.charCount(verb);
        write(verb, flags);
    }

    private void write(int verb, VerbFlags flags) {
        if (verb == '%') {
            text.append('%');
        } else if (next < 0 || next >= operands.size()) {
            text.append("%!").appendCodePoint(verb).append(next < 0 || reordered ? "(BADINDEX)" : "(MISSING)");
        } else {
            text.append(new GoVerb(verb, flags).format(operands.get(next++)));
        }
    }

    private void index() {
        int end = at < format.length() && format.charAt(at) == '[' ? format.indexOf(']', at) : -1;
        if (end < 0) {
            return;
        }
        reordered = true;
        next = operandIndex(format.substring(at + 1, end));
        at = end + 1;
    }

    private int operandIndex(String digits) {
        boolean number =
                !digits.isEmpty() && digits.length() < 7 && digits.chars().allMatch(Character::isDigit);
        int index = number ? Integer.parseInt(digits) - 1 : -1;
        return index < operands.size() ? index : -1;
    }

    private void width(VerbFlags flags) {
        if (starAt()) {
            Integer width = starValue();
            if (width == null) {
                text.append("%!(BADWIDTH)");
                return;
            }
            flags.width(width);
            return;
        }
        flags.width = number(-1);
    }

    private void precision(VerbFlags flags) {
        if (at >= format.length() || format.charAt(at) != '.') {
            return;
        }
        at++;
        index();
        if (starAt()) {
            Integer precision = starValue();
            if (precision == null || precision < 0) {
                text.append("%!(BADPREC)");
                return;
            }
            flags.precision = precision;
            return;
        }
        flags.precision = number(0);
    }

    private boolean starAt() {
        return at < format.length() && format.charAt(at) == '*';
    }

    private @Nullable Integer starValue() {
        at++;
        Object value = next >= 0 && next < operands.size() ? operands.get(next++) : null;
        return value instanceof Long number && Math.abs(number) <= VerbFlags.MOST
                ? Integer.valueOf(number.intValue())
                : null;
    }

    private int number(int otherwise) {
        int from = at;
        while (at < format.length() && Character.isDigit(format.charAt(at)) && format.charAt(at) < 128) {
            at++;
        }
        if (at == from) {
            return otherwise;
        }
        return at - from > 6 ? otherwise : Math.min(Integer.parseInt(format.substring(from, at)), VerbFlags.MOST);
    }
}
