package io.klamm.notifier.channel.text;

import io.klamm.model.verdict.Language;
import io.klamm.notifier.message.Message;

/**
 * How messages are put into words for one channel.
 *
 * @param language of the words that nobody wrote
 * @param externalUrl where people find Klamm, without a slash at the end; may be empty
 */
public record Wording(Expander expander, Language language, String externalUrl) {

    /** The texts of one message. */
    public Text on(Message message) {
        return new Text(this, message);
    }
}
