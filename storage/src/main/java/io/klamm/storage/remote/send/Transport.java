package io.klamm.storage.remote.send;

import io.klamm.storage.remote.write.WriteProtocol;
import java.util.concurrent.CompletableFuture;

/** The way to a destination. */
public interface Transport {

    /** Sends a compressed message; the future is always completed, and never with an exception: who does not answer gives {@link Reply#none}. */
    CompletableFuture<Reply> send(WriteProtocol protocol, byte[] body);
}
