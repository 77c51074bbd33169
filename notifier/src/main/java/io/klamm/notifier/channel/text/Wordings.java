package io.klamm.notifier.channel.text;

import io.klamm.model.verdict.Language;

/** The templates that messages are written by, in each language. */
public record Wordings(Expander english, Expander korean) {

    /** How messages are put into words in a language. */
    public Wording in(Language language, String externalUrl) {
        return new Wording(language == Language.KOREAN ? korean : english, language, externalUrl);
    }
}
