package io.klamm.scrape.targets;

import io.klamm.model.series.Labels;
import java.net.URI;
import java.time.Duration;

/**
 * Something to be scraped.
 *
 * @param discovered its labels before relabelling, those of the configuration among them
 * @param all its labels after relabelling, those that begin with {@code __} among them
 * @param labels what each of its series gets
 * @param url with its parameters
 */
public record Target(Labels discovered, Labels all, Labels labels, URI url, Duration interval, Duration timeout) {

    /** What makes a target the same as one that was found before. */
    public record Key(Labels all, URI url) {}

    public Key key() {
        return new Key(all, url);
    }
}
