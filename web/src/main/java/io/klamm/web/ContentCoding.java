package io.klamm.web;

import io.klamm.storage.remote.wire.ZstdFrame;
import io.klamm.web.http.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Compresses an answer for a client that wants it so, when it is worth the while. */
final class ContentCoding {

    private static final int LEAST_BYTES = 1024;
    private static final int BUFFER = 8192;

    private ContentCoding() {}

    static Answer negotiated(Answer answer, @Nullable String acceptEncoding) {
        return plainOrZipped(answer.with("Vary", "Accept-Encoding"), acceptEncoding);
    }

    /** The same for a client that may be offered other codings too: of gzip, deflate and zstd, the first where the client has no wish. */
    static Answer negotiated(Answer answer, @Nullable String acceptEncoding, List<String> offered) {
        return zipped(answer.with("Vary", "Accept-Encoding"), acceptEncoding, offered);
    }

    /** The same without a word on it to caches. */
    static Answer plainOrZipped(Answer answer, @Nullable String acceptEncoding) {
        return zipped(answer, acceptEncoding, List.of(Negotiation.GZIP));
    }

    private static Answer zipped(Answer answer, @Nullable String acceptEncoding, List<String> offered) {
        String coding = Negotiation.encoding(acceptEncoding, offered);
        if (!offered.contains(coding) || answer.length() < LEAST_BYTES) {
            return answer;
        }
        byte[] body = zip(answer.pieces(), coding);
        return new Answer(answer.status(), answer.contentType(), List.of(body), answer.headers())
                .with("Content-Encoding", coding);
    }

    private static byte[] zip(List<byte[]> pieces, String coding) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (OutputStream out =
                switch (coding) {
                    case Negotiation.GZIP -> new FastGzip(bytes);
                    case Negotiation.DEFLATE -> new DeflaterOutputStream(bytes, deflater, BUFFER);
                    case Negotiation.ZSTD -> bytes;
                    default ->
                        throw new IllegalArgumentException("coding: " + coding + " (expected: one that is offered)");
                }) {
            for (byte[] piece : pieces) {
                out.write(piece);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return coding.equals(Negotiation.ZSTD) ? ZstdFrame.encode(bytes.toByteArray()) : bytes.toByteArray();
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
