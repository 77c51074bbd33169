package io.klamm.storage;

import java.util.List;

/** Series, one after the other. Belongs to the thread of its querier. */
public interface SeriesSet {

    /** Steps to the next series; false at the end. Throws {@link StorageException} if the store fails on the way. */
    boolean next();

    /** The series stepped to. It stays good until its querier is closed. */
    Series at();

    /** What could not be read, for a person; complete after {@link #next()} has said false and the samples have been read. */
    List<String> warnings();
}
