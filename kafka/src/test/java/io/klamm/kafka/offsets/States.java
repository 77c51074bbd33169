package io.klamm.kafka.offsets;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps all that a reader tells. */
final class States implements OffsetsListener {

    private final List<OffsetsState> told = new CopyOnWriteArrayList<>();

    @Override
    public void changed(OffsetsState state) {
        told.add(state);
    }

    List<OffsetsState> told() {
        return List.copyOf(told);
    }

    boolean lastIs(Class<? extends OffsetsState> kind) {
        return !told.isEmpty() && kind.isInstance(told.get(told.size() - 1));
    }

    void awaitLast(Class<? extends OffsetsState> kind) {
        OffsetsLab.await(() -> lastIs(kind));
    }

    /** How often the reader has become live. */
    long timesLive() {
        return told.stream().filter(OffsetsState.Live.class::isInstance).count();
    }
}
