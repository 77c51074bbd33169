package io.klamm.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Compresses an answer for a client that wants it so, when it is worth the while. */
final class Gzip {

    private static final int LEAST_BYTES = 1024;

    private Gzip() {}

    static Answer negotiated(Answer answer, @Nullable String acceptEncoding) {
        return plainOrZipped(answer.with("Vary", "Accept-Encoding"), acceptEncoding);
    }

    /** The same without a word on it to caches. */
    static Answer plainOrZipped(Answer answer, @Nullable String acceptEncoding) {
        boolean wanted =
                Negotiation.encoding(acceptEncoding, List.of(Negotiation.GZIP)).equals(Negotiation.GZIP);
        if (!wanted || answer.length() < LEAST_BYTES) {
            return answer;
        }
        return new Answer(answer.status(), answer.contentType(), List.of(gzip(answer.pieces())), answer.headers())
                .with("Content-Encoding", Negotiation.GZIP);
    }

    private static byte[] gzip(List<byte[]> pieces) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new FastGzip(bytes)) {
            for (byte[] piece : pieces) {
                out.write(piece);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out, 8192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
