package io.klamm.tsdb.index;

import io.klamm.model.series.Labels;
import java.util.List;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;

/**
 * Series by their labels, each under a dense number from 0: what the head and every block offer, and what {@link MatcherPlanner} plans over.
 *
 * <p>What is returned is not changed any more and must not be changed. Safe from any thread.
 */
public interface LabelIndex {

    /** The numbers of all series. */
    ImmutableRoaringBitmap all();

    /** The numbers of the series with this label; empty if there is none. */
    ImmutableRoaringBitmap postings(String name, String value);

    /** The names of all labels, sorted by the bytes of UTF-8. */
    List<String> names();

    /** The values of a label, sorted by the bytes of UTF-8; empty if no series has it. Random access. */
    List<String> values(String name);

    /** The labels of a series. */
    Labels labels(int series);
}
