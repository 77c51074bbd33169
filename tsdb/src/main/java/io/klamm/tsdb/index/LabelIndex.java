package io.klamm.tsdb.index;

import io.klamm.model.series.Labels;
import java.util.List;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;

/**
 * Series by their labels, each under a dense number from 0: what a {@link MatcherPlanner} plans over. A block's never changes; the head's is a {@link MemoryIndex}, which lends it
 * out only under its lock.
 *
 * <p>Nothing that is returned may be changed.
 */
public interface LabelIndex {

    /** The numbers of all series. */
    ImmutableRoaringBitmap all();

    /** The names of all labels, sorted by the bytes of UTF-8. */
    List<String> names();

    /** The values of a label, with the series that have them; none if no series has the label. The same object as long as the values are the same. */
    LabelValues values(String name);

    /** The labels of a series. */
    Labels labels(int series);
}
