package io.klamm.tsdb.wal;

/** The types of records in the log and in the head's chunk files. The numbers are part of the format. */
public final class RecordType {

    /** Series by number, with their labels. */
    public static final int SERIES = 1;
    /** A writer by number, with its name. */
    static final int WRITER = 2;
    /** Samples. */
    static final int SAMPLES = 3;
    /** Samples before this time are in blocks. */
    static final int CUT = 4;
    /** Samples that were deleted. */
    static final int DELETE = 5;
    /** What a metric family is. */
    static final int METADATA = 6;
    /** Series that were told before in the same file, for the case that the record was damaged. */
    public static final int SERIES_AGAIN = 7;
    /** The first record of a file: its format and number. */
    public static final int FILE = 16;
    /** Of the head's chunk files: chunks of series. */
    public static final int CHUNKS = 18;

    private RecordType() {}
}
