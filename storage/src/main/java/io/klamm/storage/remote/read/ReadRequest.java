package io.klamm.storage.remote.read;

import io.klamm.storage.MatchType;
import io.klamm.storage.Matcher;
import io.klamm.storage.SelectHints;
import io.klamm.storage.remote.wire.ProtoReader;
import io.klamm.storage.remote.wire.ProtoWriter;
import io.klamm.storage.remote.wire.WireException;
import java.util.ArrayList;
import java.util.List;

/**
 * The message {@code prometheus.ReadRequest}.
 *
 * @param chunks whether whoever asks takes a stream of chunks, rather than samples
 */
record ReadRequest(List<ReadQuery> queries, boolean chunks) {

    private static final int MAX_QUERIES = 100;
    private static final int SAMPLES = 0;
    private static final int STREAMED_XOR_CHUNKS = 1;
    private static final MatchType[] TYPES = {MatchType.EQUAL, MatchType.NOT_EQUAL, MatchType.REGEX, MatchType.NOT_REGEX
    };

    ReadRequest {
        queries = List.copyOf(queries);
    }

    static ReadRequest decode(byte[] message) throws WireException {
        List<ReadQuery> queries = new ArrayList<>();
        List<Integer> accepted = new ArrayList<>();
        ProtoReader in = new ProtoReader(message, 0, message.length);
        while (in.next()) {
            switch (in.field()) {
                case 1 -> queries.add(query(in));
                case 2 -> accepted(in, accepted);
                default -> in.skip();
            }
            if (queries.size() > MAX_QUERIES) {
                throw WireException.tooLarge("queries: more than " + MAX_QUERIES);
            }
        }
        return new ReadRequest(queries, wantsChunks(accepted));
    }

    /** The first kind of answer named that we know; samples where none is. */
    private static boolean wantsChunks(List<Integer> accepted) throws WireException {
        for (int type : accepted) {
            if (type == SAMPLES || type == STREAMED_XOR_CHUNKS) {
                return type == STREAMED_XOR_CHUNKS;
            }
        }
        if (!accepted.isEmpty()) {
            throw WireException.malformed(
                    "accepted response types: " + accepted + " (expected: SAMPLES or STREAMED_XOR_CHUNKS)");
        }
        return false;
    }

    private static void accepted(ProtoReader in, List<Integer> into) throws WireException {
        if (in.isNumber()) {
            into.add(in.int32());
            return;
        }
        int outer = in.enter();
        while (in.more()) {
            into.add((int) in.packed());
        }
        in.leave(outer);
    }

    private static ReadQuery query(ProtoReader in) throws WireException {
        long from = 0;
        long to = 0;
        List<Matcher> matchers = new ArrayList<>();
        SelectHints hints = SelectHints.NONE;
        int outer = in.enter();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> from = in.varint();
                case 2 -> to = in.varint();
                case 3 -> matchers.add(matcher(in));
                case 4 -> hints = hints(in);
                default -> in.skip();
            }
        }
        in.leave(outer);
        if (matchers.isEmpty()) {
            throw WireException.malformed("matchers: none (expected: at least one in each query)");
        }
        return new ReadQuery(from, to, matchers, hints);
    }

    private static Matcher matcher(ProtoReader in) throws WireException {
        int type = 0;
        String name = "";
        String value = "";
        int outer = in.enter();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> type = in.int32();
                case 2 -> name = in.text();
                case 3 -> value = in.text();
                default -> in.skip();
            }
        }
        in.leave(outer);
        if (type < 0 || type >= TYPES.length) {
            throw WireException.malformed("matcher type " + type + " (expected: 0 to 3)");
        }
        try {
            return new Matcher(TYPES[type], name, value);
        } catch (IllegalArgumentException e) {
            throw WireException.malformed(String.valueOf(e.getMessage()));
        }
    }

    private static SelectHints hints(ProtoReader in) throws WireException {
        long step = 0;
        long range = 0;
        String function = "";
        boolean by = false;
        List<String> grouping = new ArrayList<>();
        int outer = in.enter();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> step = in.varint();
                case 2 -> function = in.text();
                case 5 -> grouping.add(in.text());
                case 6 -> by = in.varint() != 0;
                case 7 -> range = in.varint();
                default -> in.skip();
            }
        }
        in.leave(outer);
        return new SelectHints(step, range, function, grouping, by, 0, !function.equals("series"));
    }

    byte[] encode() {
        ProtoWriter out = new ProtoWriter();
        for (ReadQuery query : queries) {
            int begun = out.begin(1);
            out.varint(1, query.from()).varint(2, query.to());
            query.matchers().forEach(matcher -> write(out, matcher));
            writeHints(out, query);
            out.end(begun);
        }
        if (chunks) {
            int list = out.begin(2);
            out.packed(STREAMED_XOR_CHUNKS).packed(SAMPLES).end(list);
        }
        return out.toByteArray();
    }

    private static void write(ProtoWriter out, Matcher matcher) {
        int begun = out.begin(3);
        int type = List.of(TYPES).indexOf(matcher.type());
        out.varint(1, type).text(2, matcher.name()).text(3, matcher.value()).end(begun);
    }

    private static void writeHints(ProtoWriter out, ReadQuery query) {
        SelectHints hints = query.hints();
        int begun = out.begin(4);
        out.varint(1, hints.step())
                .text(2, hints.function())
                .varint(3, query.from())
                .varint(4, query.to());
        hints.grouping().forEach(label -> out.text(5, label));
        out.varint(6, hints.by() ? 1 : 0).varint(7, hints.range()).end(begun);
    }
}
