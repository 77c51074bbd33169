package io.klamm.metrics;

/**
 * Where the samples of a reading go: into a text, or into a store.
 *
 * <p>The labels of a sample are those of the cluster, which the sink knows, then {@code before}, the partition's number and {@code after}; taken
 * together they are sorted by name. For one thread.
 *
 * @param <P> what the sink makes of labels that belong together, such as those of a group; made once and used for many samples
 */
public interface SampleSink<P> {

    /** Stands for the partition of a sample that has none. */
    int NO_PARTITION = -1;

    /** Labels that belong together: names and values in turn, sorted by name; none at all is allowed. */
    P labels(String... namesAndValues);

    /** A whole number. */
    void sample(Family family, P before, int partition, P after, long value);

    /** A number of any kind, or not a number. */
    void sample(Family family, P before, int partition, P after, double value);
}
