package io.klamm.storage.remote.send;

import io.klamm.storage.remote.write.WriteProtocol;

/** What follows from an answer. */
sealed interface Settlement {

    /** The same is to be sent again, later. */
    record Again() implements Settlement {}

    /** The destination does not know version 2: the same is to be sent in version 1. */
    record OtherVersion() implements Settlement {}

    /**
     * Nothing more is to be done.
     *
     * @param kept samples that the destination has; it will never have the others
     */
    record Settled(int kept) implements Settlement {}

    /** The whole was refused, but perhaps not for all that is in it: its halves may be tried. */
    record Refused() implements Settlement {}

    /** Judges an answer to a request of so many samples. */
    static Settlement of(Reply reply, WriteProtocol spoken, int samples) {
        if (reply.again()) {
            return new Again();
        }
        boolean tellsCount =
                spoken == WriteProtocol.V2 && reply.samplesWritten().isPresent();
        boolean unknownVersion = spoken == WriteProtocol.V2 && !tellsCount && (reply.status() == 415 || reply.good());
        if (unknownVersion) {
            return new OtherVersion();
        }
        if (tellsCount) {
            return new Settled(Math.min(samples, reply.samplesWritten().getAsInt()));
        }
        if (reply.good()) {
            return new Settled(samples);
        }
        return reply.status() == 400 || reply.status() == 413 ? new Refused() : new Settled(0);
    }
}
