package io.klamm.kafka.offsets;

/** Told when the reading of an offsets topic fares otherwise than before, on the reader's thread, and once a second of the progress of catching up; must not block. */
public interface OffsetsListener {

    void changed(OffsetsState state);
}
