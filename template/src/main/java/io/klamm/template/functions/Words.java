package io.klamm.template.functions;

import io.klamm.template.value.Arguments;
import java.util.Locale;

/** Functions on texts that several sets have. */
final class Words {

    private Words() {}

    /** Every word with a large first letter, its others as they are. */
    static String title(String text) {
        StringBuilder title = new StringBuilder();
        boolean inWord = false;
        for (int c : text.codePoints().toArray()) {
            boolean part = Character.isLetterOrDigit(c) || c == '_' || c == '\'';
            title.appendCodePoint(part && !inWord ? Character.toTitleCase(c) : c);
            inWord = part;
        }
        return title.toString();
    }

    /** Every word with a large first letter, its others small. */
    static String titleCase(String text) {
        return title(text.toLowerCase(Locale.ROOT));
    }

    static String reReplaceAll(Arguments arguments) {
        return Regexes.replaceAll(arguments.exactly(3).text(0), arguments.text(1), arguments.text(2));
    }
}
