package io.klamm.storage.remote.write;

import io.klamm.storage.remote.wire.ProtoReader;
import io.klamm.storage.remote.wire.WireException;

/** Reads a request's message. For one thread. */
sealed interface Decoder permits DecoderV1, DecoderV2 {

    void decode(ProtoReader in, Request into) throws WireException;
}
