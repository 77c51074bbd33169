package io.klamm.web;

import io.klamm.web.http.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A fixed document that lies beside this class on the class path. */
final class Document {

    private final String contentType;
    private final byte[] bytes;

    private Document(String contentType, byte[] bytes) {
        this.contentType = contentType;
        this.bytes = bytes;
    }

    static Document openApi() {
        try (InputStream in = Document.class.getResourceAsStream("openapi.yaml")) {
            if (in == null) {
                throw new IllegalStateException(
                        "openapi.yaml: missing (expected: beside " + Document.class.getName() + ")");
            }
            return new Document("application/yaml", in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer answer() {
        return Answer.of(200, contentType, bytes).with("Cache-Control", "no-cache");
    }
}
