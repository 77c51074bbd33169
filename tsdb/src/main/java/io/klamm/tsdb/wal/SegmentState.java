package io.klamm.tsdb.wal;

import org.roaringbitmap.buffer.ImmutableRoaringBitmap;

/** What the log asks of its owner, so that every segment can be read alone. Called only by the thread that calls {@link Wal#prepare}. */
public interface SegmentState {

    /** Puts what every segment begins with: the cut, deletions, metadata. */
    void begin(LogEncoder into);

    /** Puts the definitions of series and writers that records lean on which come again from another segment. */
    void define(ImmutableRoaringBitmap series, ImmutableRoaringBitmap writers, LogEncoder into);
}
