package io.klamm.kafka.offsets;

import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How far each partition has been read, and how far it must be for what was there at the start. For one thread. */
final class Progress {

    private final SortedMap<Integer, Span> spans = new TreeMap<>();

    /** From the first offset to be read to the one that ends what was there at the start; next is to be read now. */
    private static final class Span {

        final long first;
        final long goal;
        long next;

        Span(long first, long goal) {
            this.first = first;
            this.goal = goal;
            this.next = first;
        }

        long total() {
            return Math.max(0, goal - first);
        }

        long read() {
            return Math.min(next - first, total());
        }
    }

    /** Takes up a partition, or takes it up anew. */
    void begin(int partition, long first, long goal) {
        spans.put(partition, new Span(first, goal));
    }

    /** All before that offset has been read. */
    void advance(int partition, long next) {
        Span span = spans.get(partition);
        if (span != null && next > span.next) {
            span.next = next;
        }
    }

    /** Lets go of a partition. */
    void remove(int partition) {
        spans.remove(partition);
    }

    void clear() {
        spans.clear();
    }

    Set<Integer> partitions() {
        return Set.copyOf(spans.keySet());
    }

    /** Those not yet read to their goal. */
    Set<Integer> unfinished() {
        SortedMap<Integer, Span> left = new TreeMap<>(spans);
        left.values().removeIf(span -> span.next >= span.goal);
        return Set.copyOf(left.keySet());
    }

    /** The next offset to be read of each partition. */
    SortedMap<Integer, Long> positions() {
        SortedMap<Integer, Long> positions = new TreeMap<>();
        spans.forEach((partition, span) -> positions.put(partition, span.next));
        return positions;
    }

    /** The offset that ends what was there at the start; of a partition that is not read, none. */
    long goal(int partition) {
        @Nullable Span span = spans.get(partition);
        return span == null ? Long.MIN_VALUE : span.goal;
    }

    /** Whether all partitions but those have been read to their goal. */
    boolean caughtUpBut(Collection<Integer> without) {
        return without.containsAll(unfinished());
    }

    /** Offsets that were there at the start and have been passed. */
    long read() {
        return spans.values().stream().mapToLong(Span::read).sum();
    }

    /** Offsets that were there at the start. */
    long total() {
        return spans.values().stream().mapToLong(Span::total).sum();
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }
}
