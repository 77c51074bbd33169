package io.klamm.storage.remote.read;

import io.klamm.model.series.Labels;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.Series;
import io.klamm.storage.StorageException;
import io.klamm.storage.remote.wire.Frames;
import io.klamm.storage.remote.wire.LabelFields;
import io.klamm.storage.remote.wire.ProtoReader;
import io.klamm.storage.remote.wire.SnappyBlock;
import io.klamm.storage.remote.wire.WireException;
import io.klamm.storage.remote.wire.XorChunk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the series of an answer to a request with one query, in either form. */
final class ReadResponse {

    private static final String STREAM = "application/x-streamed-protobuf";
    private static final String MESSAGE = "application/x-protobuf";
    private static final int XOR = 1;

    private final String source;
    private final long from;
    private final long to;
    private final int maxBytes;

    /** @param source who answered, for messages */
    ReadResponse(String source, long from, long to, int maxBytes) {
        this.source = source;
        this.from = from;
        this.to = to;
        this.maxBytes = maxBytes;
    }

    /** The series in the order in which they came. */
    List<Series> read(String contentType, byte[] body) throws WireException {
        String type = contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith(STREAM)) {
            return stream(body);
        }
        if (type.startsWith(MESSAGE)) {
            return message(SnappyBlock.decode(body, maxBytes));
        }
        throw WireException.malformed(
                "Content-Type: " + contentType + " (expected: " + MESSAGE + " or " + STREAM + ")");
    }

    private List<Series> message(byte[] message) throws WireException {
        List<Series> all = new ArrayList<>();
        ProtoReader in = new ProtoReader(message, 0, message.length);
        while (in.next()) {
            if (in.field() != 1) {
                in.skip();
                continue;
            }
            int outer = in.enter();
            while (in.next()) {
                if (in.field() == 1) {
                    all.add(series(in));
                } else {
                    in.skip();
                }
            }
            in.leave(outer);
        }
        return all;
    }

    private Series series(ProtoReader in) throws WireException {
        List<String> labels = new ArrayList<>(32);
        SampleBuffer samples = new SampleBuffer();
        int outer = in.enter();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> LabelFields.read(in, labels);
                case 2 -> sample(in, samples);
                default -> in.skip();
            }
        }
        in.leave(outer);
        SampleBuffer rising = RisingSamples.of(samples);
        return new RemoteSeries(LabelFields.labels(labels), () -> rising);
    }

    private void sample(ProtoReader in, SampleBuffer into) throws WireException {
        double value = 0;
        long time = 0;
        int outer = in.enter();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> value = in.float64();
                case 2 -> time = in.varint();
                default -> in.skip();
            }
        }
        in.leave(outer);
        if (time >= from && time <= to) {
            into.add(time, value);
        }
    }

    /** Chunks stay as they came until they are read. */
    private List<Series> stream(byte[] body) throws WireException {
        Map<Labels, List<Chunk>> chunks = new LinkedHashMap<>();
        ByteArrayInputStream stream = new ByteArrayInputStream(body);
        try {
            for (byte[] frame = Frames.read(stream, maxBytes); frame != null; frame = Frames.read(stream, maxBytes)) {
                frame(frame, chunks);
            }
        } catch (IOException e) {
            throw WireException.malformed(String.valueOf(e.getMessage()));
        }
        List<Series> all = new ArrayList<>();
        SampleBuffer read = new SampleBuffer();
        for (Map.Entry<Labels, List<Chunk>> entry : chunks.entrySet()) {
            List<Chunk> parts = entry.getValue();
            if (check(parts, read)) {
                all.add(new RemoteSeries(entry.getKey(), () -> decode(parts)));
            }
        }
        return all;
    }

    /** Reads all once, so that what is damaged is known before anything is given out; false if no sample lies within the span. */
    private boolean check(List<Chunk> chunks, SampleBuffer read) throws WireException {
        boolean some = false;
        for (Chunk chunk : chunks) {
            read.clear();
            XorChunk.decode(chunk.frame().bytes, chunk.at(), chunk.length(), from, to, read);
            some |= read.size() > 0;
        }
        return some;
    }

    /** Where a chunk's bytes lie. */
    private record Chunk(Frame frame, int at, int length) {}

    private static final class Frame {
        private final byte[] bytes;

        Frame(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    private void frame(byte[] bytes, Map<Labels, List<Chunk>> into) throws WireException {
        ProtoReader in = new ProtoReader(bytes, 0, bytes.length);
        Frame frame = new Frame(bytes);
        while (in.next()) {
            if (in.field() != 1) {
                in.skip();
                continue;
            }
            List<String> labels = new ArrayList<>(32);
            List<Chunk> chunks = new ArrayList<>();
            int outer = in.enter();
            while (in.next()) {
                switch (in.field()) {
                    case 1 -> LabelFields.read(in, labels);
                    case 2 -> chunk(in, frame, chunks);
                    default -> in.skip();
                }
            }
            in.leave(outer);
            into.computeIfAbsent(LabelFields.labels(labels), of -> new ArrayList<>())
                    .addAll(chunks);
        }
    }

    /** Chunks of native histograms are left out. */
    private void chunk(ProtoReader in, Frame frame, List<Chunk> into) throws WireException {
        long first = 0;
        long last = 0;
        int type = 0;
        int at = 0;
        int length = 0;
        int outer = in.enter();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> first = in.varint();
                case 2 -> last = in.varint();
                case 3 -> type = in.int32();
                case 4 -> {
                    length = in.length();
                    at = in.position();
                    in.jump(length);
                }
                default -> in.skip();
            }
        }
        in.leave(outer);
        if (type == XOR && last >= from && first <= to) {
            into.add(new Chunk(frame, at, length));
        }
    }

    private SampleBuffer decode(List<Chunk> chunks) {
        SampleBuffer samples = new SampleBuffer();
        try {
            for (Chunk chunk : chunks) {
                XorChunk.decode(chunk.frame().bytes, chunk.at(), chunk.length(), from, to, samples);
            }
        } catch (WireException e) {
            throw new StorageException(source + ": " + e.getMessage(), e);
        }
        return RisingSamples.of(samples);
    }
}
