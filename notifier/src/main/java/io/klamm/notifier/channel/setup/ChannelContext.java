package io.klamm.notifier.channel.setup;

import io.klamm.model.verdict.Language;
import io.klamm.notifier.channel.text.Wording;
import io.klamm.notifier.channel.text.Wordings;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What a channel is given to work with.
 *
 * @param executor where names are looked up and answers taken in
 * @param externalUrl where people find Klamm, without a slash at the end; may be empty
 */
public record ChannelContext(Executor executor, Clock clock, String externalUrl, Wordings wordings) {

    /** How messages are put into words in a language. */
    public Wording wording(Language language) {
        return wordings.in(language, externalUrl);
    }
}
