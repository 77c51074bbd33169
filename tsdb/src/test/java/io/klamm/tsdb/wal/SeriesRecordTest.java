package io.klamm.tsdb.wal;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.series.Labels;
import io.klamm.model.series.LabelsBuilder;
import io.klamm.tsdb.files.ByteWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeriesRecordTest {

    private final ByteWriter bytes = new ByteWriter();
    private final RecordWriter records = new RecordWriter(bytes);
    private final SeriesRecordWriter writer = new SeriesRecordWriter(bytes, records);

    @Test
    void add_atRandom_isReadBack() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<Integer, Labels> expected = new LinkedHashMap<>();
        for (int i = 0; i < 3000; i++) {
            expected.put(random.nextInt(Integer.MAX_VALUE), labels(random));
        }
        expected.put(5, Labels.EMPTY);
        expected.put(0, Labels.of("__name__", "half a pair \ud800", "x", "\ud83d\ude00"));
        expected.forEach(writer::add);
        writer.end();
        assertThat(read()).as("seed %d", seed).containsExactlyEntriesOf(expected);
    }

    @Test
    void add_manyLabels_needNoMask() throws IOException {
        LabelsBuilder builder = new LabelsBuilder();
        for (int i = 0; i < 100; i++) {
            builder.set("label_" + i, "value" + i);
        }
        Map<Integer, Labels> expected = new LinkedHashMap<>();
        expected.put(1, builder.build());
        expected.put(2, builder.set("label_99", "other").build());
        expected.forEach(writer::add);
        writer.end();
        assertThat(read()).containsExactlyEntriesOf(expected);
    }

    @Test
    void add_seriesOfOneTarget_takeFewBytes() {
        for (int i = 0; i < 10_000; i++) {
            writer.add(
                    i,
                    Labels.of(
                            Labels.NAME,
                            "kafka_topic_partition_current_offset",
                            "cluster",
                            "production",
                            "instance",
                            "10.0.0.1:9308",
                            "job",
                            "kafka",
                            "partition",
                            "" + i % 50,
                            "topic",
                            "topic-" + i / 50));
        }
        writer.end();
        assertThat(bytes.size()).isLessThan(10_000 * 12);
    }

    private static Labels labels(Random random) {
        LabelsBuilder builder = new LabelsBuilder().set(Labels.NAME, "metric_" + random.nextInt(20));
        for (int i = random.nextInt(8); i > 0; i--) {
            builder.set("label" + random.nextInt(12), "value" + random.nextInt(300));
        }
        return builder.build();
    }

    private Map<Integer, Labels> read() throws IOException {
        Map<Integer, Labels> found = new LinkedHashMap<>();
        RecordReader reader = new RecordReader(new MemoryFile(bytes), 0, bytes.size());
        SeriesRecordReader series = new SeriesRecordReader();
        while (reader.next()) {
            series.read(reader.body(), found::put);
        }
        assertThat(reader.damaged() + reader.torn()).isZero();
        return found;
    }
}
