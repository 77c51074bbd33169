package io.klamm.storage.remote.read;

import io.klamm.storage.Matcher;
import io.klamm.storage.SelectHints;
import java.util.List;

/**
 * One question of a remote read.
 *
 * @param from milliseconds since the epoch, itself included
 * @param to milliseconds since the epoch, itself included
 */
record ReadQuery(long from, long to, List<Matcher> matchers, SelectHints hints) {

    ReadQuery {
        matchers = List.copyOf(matchers);
    }
}
