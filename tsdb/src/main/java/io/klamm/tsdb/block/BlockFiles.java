package io.klamm.tsdb.block;

import io.klamm.storage.StorageException;

/** The names of a block's files, and what they begin with. */
final class BlockFiles {

    static final String META = "meta";
    static final String INDEX = "index";
    static final String TIMES = "times";
    static final String TOMBSTONES = "tombstones";

    /** What a directory's name ends with while it is written. */
    static final String UNFINISHED = ".tmp";

    /** What a directory's name ends with while it is deleted. */
    static final String DELETED = ".deleted";

    /** What a directory's name ends with if it could not be read. */
    static final String DAMAGED = ".damaged";

    static final long TIMES_MAGIC = magic("KLMTIME");
    static final long CHUNKS_MAGIC = magic("KLMCHNK");
    static final long TOMBSTONES_MAGIC = magic("KLMTOMB");

    private static final String SEGMENT = "chunks-";
    private static final int VERSION = 1;

    private BlockFiles() {}

    private static long magic(String name) {
        long magic = 0;
        for (int i = 0; i < name.length(); i++) {
            magic |= (long) name.charAt(i) << (8 * i);
        }
        return magic | (long) VERSION << 56;
    }

    static String segment(int number) {
        return SEGMENT + String.format("%06d", number);
    }

    static boolean isSegment(String name) {
        return name.startsWith(SEGMENT);
    }

    static void checkMagic(String file, long found, long expected) {
        if (found != expected) {
            throw new StorageException(file + ": not of this format and version (expected: version " + VERSION + ")");
        }
    }
}
