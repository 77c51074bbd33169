package io.klamm.web;

/** How large the body of one request may be; it may grow once it is known who sends it. Belongs to the event loop. */
final class BodyLimit {

    private int bytes;

    BodyLimit(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    void raise(int more) {
        bytes = Math.max(bytes, more);
    }
}
