package io.klamm.tsdb.chunk;

import io.klamm.storage.StorageException;
import io.klamm.tsdb.files.ByteReader;
import io.klamm.tsdb.files.ByteWriter;
import java.util.Arrays;

/** In which rows of a {@link TimeColumn} a series has a value. Immutable; safe from any thread. */
public final class Presence {

    private final int rows;
    /** Where runs begin and end, in turn: rows {@code edges[0] <= row < edges[1]} are there, and so on. */
    private final int[] edges;

    private final int count;

    private Presence(int rows, int[] edges) {
        this.rows = rows;
        this.edges = edges;
        int sum = 0;
        for (int i = 0; i < edges.length; i += 2) {
            sum += edges[i + 1] - edges[i];
        }
        this.count = sum;
    }

    /** All of so many rows. */
    public static Presence all(int rows) {
        return range(rows, 0, rows);
    }

    /** The rows {@code from <= row < to} of so many. */
    public static Presence range(int rows, int from, int to) {
        if (from < 0 || from >= to || to > rows) {
            throw new IllegalArgumentException(
                    "rows: " + from + " to " + to + " (expected: some of 0 to " + rows + ")");
        }
        return new Presence(rows, new int[] {from, to});
    }

    /** The rows of these numbers, the first {@code count} of an array, strictly rising. */
    public static Presence of(int rows, int[] numbers, int count) {
        int[] edges = new int[2 * count];
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (at > 0 && edges[at - 1] == numbers[i]) {
                edges[at - 1]++;
            } else {
                edges[at++] = numbers[i];
                edges[at++] = numbers[i] + 1;
            }
        }
        return new Presence(rows, Arrays.copyOf(edges, at));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param rows of the column
     * @throws StorageException if the bytes are no presence in so many rows
     */
    public static Presence read(ByteReader in, int rows) {
        int runs = in.getCount((rows + 1) / 2);
        int[] edges = new int[2 * runs];
        int row = 0;
        for (int i = 0; i < edges.length; i++) {
            row += in.getCount(rows - row);
            edges[i] = row;
        }
        return new Presence(rows, edges);
    }

    public void write(ByteWriter out) {
        out.putVarint(edges.length / 2);
        int row = 0;
        for (int edge : edges) {
            out.putVarint(edge - row);
            row = edge;
        }
    }

    /** How many rows the column has. */
    public int rows() {
        return rows;
    }

    /** In how many of them the series has a value. */
    public int count() {
        return count;
    }

    /** Whether it has one in every row. */
    public boolean isAll() {
        return count == rows;
    }

    /** The first row with a value. */
    public int first() {
        return edges[0];
    }

    /** The last row with a value. */
    public int last() {
        return edges[edges.length - 1] - 1;
    }

    void pick(long[] column, long[] into, int at) {
        int to = at;
        for (int i = 0; i < edges.length; i += 2) {
            int length = edges[i + 1] - edges[i];
            System.arraycopy(column, edges[i], into, to, length);
            to += length;
        }
    }
}
