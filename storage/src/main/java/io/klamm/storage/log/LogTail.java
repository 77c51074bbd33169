package io.klamm.storage.log;

/**
 * One reader of a {@link SampleLog}, somewhere between its beginning and its end. For one thread at a time; to be closed, which leaves what is kept for the reader as it is.
 */
public interface LogTail extends AutoCloseable {

    /** The place behind everything that was given to a sink. */
    LogPosition position();

    /**
     * Gives the samples of the next record, some thousands at most; false if there is none yet.
     *
     * <p>A damaged record is passed over and shows in {@link #lost}.
     *
     * @throws io.klamm.storage.StorageException if the log cannot be read now; asking again later is right
     */
    boolean read(LogSink sink);

    /** Says that what lies before this place is no longer needed: the store may delete it, also after a restart. */
    void keepFrom(LogPosition position);

    /** How many bytes of the log lie between {@link #position} and its end. */
    long behind();

    /** How many bytes could not be read since the tail was opened, as far as is known: they were damaged, or deleted because the reader was too far behind. */
    long lost();

    @Override
    void close();
}
