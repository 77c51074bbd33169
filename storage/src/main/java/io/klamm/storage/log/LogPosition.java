package io.klamm.storage.log;

/**
 * A place between two records of a {@link SampleLog}: a save-point.
 *
 * @param segment the number of the file, from 1
 * @param offset bytes before it in that file
 */
public record LogPosition(long segment, long offset) implements Comparable<LogPosition> {

    /** Before everything that a log can hold. */
    public static final LogPosition START = new LogPosition(0, 0);

    public LogPosition {
        if (segment < 0 || offset < 0) {
            throw new IllegalArgumentException(
                    "log position: " + segment + ":" + offset + " (expected: no negative number)");
        }
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if the text is something else
     */
    public static LogPosition parse(String text) {
        int colon = text.indexOf(':');
        try {
            return new LogPosition(Long.parseLong(text, 0, colon, 10), Long.parseLong(text.substring(colon + 1)));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("log position: " + text + " (expected: SEGMENT:OFFSET, as 12:3456)", e);
        }
    }

    @Override
    public int compareTo(LogPosition other) {
        return segment != other.segment ? Long.compare(segment, other.segment) : Long.compare(offset, other.offset);
    }

    /** {@code 12:3456}. */
    @Override
    public String toString() {
        return segment + ":" + offset;
    }
}
