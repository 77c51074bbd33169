package io.klamm.tsdb.wal;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.tsdb.files.ByteWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordReaderTest {

    private final ByteWriter bytes = new ByteWriter();
    private final List<Integer> starts = new ArrayList<>();

    @Test
    void next_wholeFile_givesEveryRecord() throws IOException {
        write(1000, new Random(1));
        RecordReader reader = new RecordReader(new MemoryFile(bytes), 0, bytes.size());
        for (int i = 0; i < 1000; i++) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.type()).isEqualTo(7);
            assertThat(reader.position()).isEqualTo(starts.get(i).longValue());
            assertThat(reader.body().getVarint()).isEqualTo(i);
        }
        assertThat(reader.next()).isFalse();
        assertThat(reader.next()).isFalse();
        assertThat(reader.damaged() + reader.torn()).isZero();
    }

    @Test
    void next_recordLargerThanTheWindow_isRead() throws IOException {
        RecordWriter records = new RecordWriter(bytes);
        for (int size : new int[] {10, 3_000_000, 20, 700_000}) {
            records.begin(1).putBytes(new byte[size]);
            records.end();
        }
        RecordReader reader = new RecordReader(new MemoryFile(bytes), 0, bytes.size());
        List<Integer> sizes = new ArrayList<>();
        while (reader.next()) {
            sizes.add(reader.bodyTo() - reader.bodyFrom());
        }
        assertThat(sizes).containsExactly(10, 3_000_000, 20, 700_000);
    }

    @Test
    void next_cutAnywhere_losesOnlyTheLast() throws IOException {
        write(20, new Random(2));
        for (int size = 0; size <= bytes.size(); size++) {
            RecordReader reader = new RecordReader(new MemoryFile(bytes), 0, size);
            int records = 0;
            long good = 0;
            while (reader.next()) {
                records++;
                good = reader.positionAfter();
            }
            assertThat(records).isEqualTo(wholeBefore(size));
            assertThat(reader.torn()).isEqualTo(size - good);
            assertThat(reader.damaged()).isZero();
        }
    }

    @Test
    void next_oneByteChanged_losesOneRecord() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        write(50, random);
        for (int round = 0; round < 500; round++) {
            int at = random.nextInt(bytes.size());
            byte before = bytes.array()[at];
            bytes.array()[at] ^= (byte) (1 << random.nextInt(8));
            RecordReader reader = new RecordReader(new MemoryFile(bytes), 0, bytes.size());
            int records = 0;
            while (reader.next()) {
                records++;
            }
            assertThat(records).as("seed %d, byte %d", seed, at).isEqualTo(49);
            assertThat(reader.damaged() + reader.torn()).isPositive();
            bytes.array()[at] = before;
        }
    }

    @Test
    void next_junkBetweenRecords_isPassedOver() throws IOException {
        RecordWriter records = new RecordWriter(bytes);
        Random random = new Random(3);
        for (int i = 0; i < 10; i++) {
            byte[] junk = new byte[random.nextInt(300_000)];
            random.nextBytes(junk);
            bytes.putBytes(junk);
            bytes.putInt(RecordWriter.MARKER);
            records.begin(7).putVarint(i);
            records.end();
        }
        RecordReader reader = new RecordReader(new MemoryFile(bytes), 0, bytes.size());
        for (int i = 0; i < 10; i++) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.body().getVarint()).isEqualTo(i);
        }
        assertThat(reader.next()).isFalse();
    }

    private void write(int count, Random random) {
        RecordWriter records = new RecordWriter(bytes);
        for (int i = 0; i < count; i++) {
            starts.add(bytes.size());
            ByteWriter body = records.begin(7);
            body.putVarint(i);
            byte[] rest = new byte[random.nextInt(60)];
            random.nextBytes(rest);
            body.putBytes(rest);
            records.end();
        }
    }

    /** How many records end at or before a place. */
    private int wholeBefore(int place) {
        int whole = 0;
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : bytes.size();
            whole += end <= place ? 1 : 0;
        }
        return whole;
    }
}
