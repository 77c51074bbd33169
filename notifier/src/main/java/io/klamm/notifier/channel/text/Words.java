package io.klamm.notifier.channel.text;

import io.klamm.model.alert.Alert;
import io.klamm.model.verdict.Language;
import io.klamm.notifier.message.Message;
import java.util.Locale;
import java.util.stream.Collectors;

/** Sentences that stand in messages whatever their templates say. */
final class Words {

    private static final int NAMES = 10;

    private Words() {}

    /** That so many alerts are not in the text, and where they are; empty for none. */
    static String more(Wording wording, int alerts) {
        if (alerts <= 0) {
            return "";
        }
        String link = wording.externalUrl().isEmpty() ? "" : ": " + wording.externalUrl() + "/alerts";
        return wording.language() == Language.KOREAN
                ? "… 외 알림 " + alerts + "건" + link
                : "… and " + alerts + (alerts == 1 ? " more alert" : " more alerts") + link;
    }

    /** One line that needs no template. */
    static String summary(Message message) {
        String names = message.alerts().stream()
                .map(Alert::labels)
                .map(Object::toString)
                .limit(NAMES)
                .collect(Collectors.joining(", "));
        return "[" + Facts.status(message).toUpperCase(Locale.ROOT) + ":"
                + message.firing().size() + "] " + names;
    }
}
