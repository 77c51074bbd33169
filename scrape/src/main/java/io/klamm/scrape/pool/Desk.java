package io.klamm.scrape.pool;

import io.klamm.discovery.client.Body;
import io.klamm.discovery.client.Fetched;
import io.klamm.scrape.exposition.ExpositionFormat;
import io.klamm.scrape.exposition.ExpositionReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** What a thread needs to read a page: a buffer, and a reader of each format. Used again for page after page. */
final class Desk {

    private static final int KEPT_BYTES = 32 << 20;

    private final Body body = new Body();
    private final ExpositionReader text = ExpositionReader.of(ExpositionFormat.TEXT);
    private final ExpositionReader openMetrics = ExpositionReader.of(ExpositionFormat.OPENMETRICS);

    /** Unpacks an answer's body. */
    void unpack(Fetched.Answer answer, long mostBytes) throws IOException {
        body.read(answer, mostBytes);
    }

    int length() {
        return body.length();
    }

    /** A reader that has begun the page which was unpacked. */
    ExpositionReader reader(ExpositionFormat format) {
        ExpositionReader reader =
                switch (format) {
                    case TEXT -> text;
                    case OPENMETRICS -> openMetrics;
                };
        reader.begin(body.bytes(), 0, body.length());
        return reader;
    }

    /** All desks; there come to be as many as threads. Safe from any thread. */
    static final class Desks {

        private final Deque<Desk> free = new ArrayDeque<>();

        synchronized Desk take() {
            Desk desk = free.poll();
            return desk == null ? new Desk() : desk;
        }

        synchronized void giveBack(Desk desk) {
            desk.body.shrink(KEPT_BYTES);
            free.push(desk);
        }
    }
}
