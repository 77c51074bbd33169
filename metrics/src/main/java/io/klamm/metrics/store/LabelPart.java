package io.klamm.metrics.store;

/** Labels that belong together, names and values in turn: one object for the same labels, cycle after cycle, so that it is told by identity. */
final class LabelPart {

    private final String[] pairs;

    LabelPart(String[] pairs) {
        this.pairs = pairs;
    }

    String[] pairs() {
        return pairs;
    }
}
