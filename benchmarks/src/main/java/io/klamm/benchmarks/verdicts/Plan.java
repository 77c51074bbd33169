package io.klamm.benchmarks.verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** What will happen to one group and its topic, and which of it is trouble; seconds from the start, records a second over all partitions. */
final class Plan {

    /** How the group's clients are. */
    enum Clients {
        /** They read and commit. */
        READING,
        /** They neither read nor commit, but answer their coordinator. */
        HANGING,
        /** They commit the same again and again. */
        STUCK,
        /** They have left, and said so. */
        LEFT,
        /** They are gone without a word: the coordinator finds out after the session timeout. */
        DEAD,
        /** They wait for their partitions. */
        REBALANCING
    }

    /** A stretch of time. */
    record Stretch(double from, double to) {

        boolean holds(double time) {
            return time >= from && time < to;
        }
    }

    private record Turn(Stretch when, Clients clients) {}

    /** Offsets are set back. */
    record Reset(double at, long records) {}

    final String name;
    final long seed;
    double seconds = 5400;
    int partitions = 1;
    DoubleUnaryOperator written = time -> 100;
    DoubleUnaryOperator capacity = time -> 1000;
    double commitEvery = 5;
    boolean recommits = true;
    /** Where it is not 0, one partition is read at a time, for so long. */
    double turnEvery;

    double markerEvery;
    boolean commitsBelowMarker;
    long kept = Long.MAX_VALUE;
    long backlog;
    double unsubscribed = Double.MAX_VALUE;
    final List<Stretch> openTransactions = new ArrayList<>();
    final List<Reset> resets = new ArrayList<>();
    final List<Stretch> trouble = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();

    Plan(String name, long seed) {
        this.name = name;
        this.seed = seed;
    }

    /** The clients are so for a while. */
    Plan clients(double from, double to, Clients clients) {
        turns.add(new Turn(new Stretch(from, to), clients));
        return this;
    }

    /** Somebody should be told of what happens in this stretch. */
    Plan trouble(double from, double to) {
        trouble.add(new Stretch(from, to));
        return this;
    }

    Clients clientsAt(double time) {
        return turns.stream()
                .filter(turn -> turn.when().holds(time))
                .map(Turn::clients)
                .findFirst()
                .orElse(Clients.READING);
    }

    /** When the turn began that holds at a time. */
    double since(double time) {
        return turns.stream()
                .filter(turn -> turn.when().holds(time))
                .mapToDouble(turn -> turn.when().from())
                .findFirst()
                .orElse(0);
    }

    boolean troubleAt(double time) {
        return trouble.stream().anyMatch(stretch -> stretch.holds(time));
    }

    boolean transactionOpenAt(double time) {
        return openTransactions.stream().anyMatch(stretch -> stretch.holds(time));
    }
}
