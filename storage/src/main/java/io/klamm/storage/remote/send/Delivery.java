package io.klamm.storage.remote.send;

import io.klamm.storage.remote.write.WriteProtocol;
import org.jspecify.annotations.Nullable;

/** A part on its way, with the message that was made of it last. For one thread. */
final class Delivery {

    private final Part part;
    private byte @Nullable [] body;
    private @Nullable WriteProtocol written;

    Delivery(Part part) {
        this.part = part;
    }

    Part part() {
        return part;
    }

    /** The message in a version; the same one as long as the version is. */
    byte[] body(MessageWriter writer, WriteProtocol protocol) {
        byte[] known = body;
        if (known == null || written != protocol) {
            known = writer.write(part, protocol);
            body = known;
            written = protocol;
        }
        return known;
    }
}
