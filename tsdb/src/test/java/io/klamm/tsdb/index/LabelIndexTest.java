package io.klamm.tsdb.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.model.series.CodePointOrder;
import io.klamm.model.series.Labels;
import io.klamm.storage.MatchType;
import io.klamm.storage.Matcher;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.files.ByteReader;
import io.klamm.tsdb.files.ByteWriter;
import io.klamm.tsdb.files.SimulatedDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/** The index in memory and the one on disk, against a search through all series. */
class LabelIndexTest {

    private static final List<MatchType> TYPES = List.of(MatchType.values());
    private static final Path FILE = Path.of("/index");
    private static final String[] EXPRESSIONS = {
        "", "a", "a|b|", "v1.*", "v.*", ".*", ".+", "[^1]*", "v(1|2)3?", "v10|v11|none", "(?i)V1", "v1\\d", "쿠.*|v2"
    };

    private final SimulatedDisk disk = new SimulatedDisk();

    @Test
    void select_anyMatchers_findWhatASearchFinds() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 10; round++) {
            List<Labels> series = series(random, 1 + random.nextInt(500));
            IndexFile file = write(series);
            MemoryIndex memory = new MemoryIndex();
            series.forEach(memory::add);
            MatcherPlanner planner = new MatcherPlanner();
            for (int i = 0; i < 40; i++) {
                List<Matcher> matchers = matchers(random);
                List<Labels> expected = series.stream()
                        .filter(labels -> matchers.stream().allMatch(matcher -> matcher.matches(labels)))
                        .toList();
                assertThat(labels(file, planner.select(file, matchers)))
                        .as("seed %d matchers %s", seed, matchers)
                        .isEqualTo(expected);
                assertThat(inMemory(memory, matchers))
                        .as("seed %d matchers %s", seed, matchers)
                        .containsExactlyInAnyOrderElementsOf(expected);
                checkQueries(file, planner.select(file, matchers), expected);
            }
        }
    }

    private static void checkQueries(LabelIndex index, ImmutableRoaringBitmap found, List<Labels> expected) {
        TreeSet<String> names = new TreeSet<>(CodePointOrder.INSTANCE);
        for (Labels labels : expected) {
            names.addAll(labels.toMap().keySet());
        }
        assertThat(LabelQueries.names(index, found)).containsExactlyElementsOf(names);
        for (String name : new String[] {"a", "b", "unique", "none"}) {
            TreeSet<String> values = new TreeSet<>(CodePointOrder.INSTANCE);
            expected.stream()
                    .map(labels -> labels.get(name))
                    .filter(Predicate.not(String::isEmpty))
                    .forEach(values::add);
            assertThat(LabelQueries.values(index, name, found, 0)).containsExactlyElementsOf(values);
        }
    }

    @Test
    void labelQueries_allSeries_giveEverything() throws IOException {
        List<Labels> series = series(new Random(1), 300);
        IndexFile file = write(series);
        assertThat(LabelQueries.names(file, null)).isEqualTo(file.names()).contains(Labels.NAME, "a", "b", "unique");
        assertThat(LabelQueries.values(file, "b", null, 0))
                .hasSize(file.values("b").size());
        assertThat(LabelQueries.values(file, "b", null, 2)).hasSize(2);
    }

    @Test
    void entries_anyOrder_giveLabelsAndPayload() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Labels> series = series(random, 200);
        IndexFile file = write(series);
        IndexEntries entries = file.entries();
        for (int i = 0; i < 1_000; i++) {
            int number = i < series.size() ? i : random.nextInt(series.size());
            entries.seek(number);
            assertThat(entries.labels()).as("seed %d", seed).isEqualTo(series.get(number));
            ByteReader payload = entries.payload();
            assertThat(payload.getVarint()).isEqualTo(number);
            assertThat(payload.getText()).isEqualTo("x".repeat(number % 40));
            assertThat(payload.remaining()).isZero();
        }
        assertThatThrownBy(() -> entries.seek(200)).isInstanceOf(StorageException.class);
    }

    @Test
    void open_flippedBitAnywhere_isRefused() throws IOException {
        write(series(new Random(2), 40));
        byte[] whole = bytes();
        for (int position = 0; position < whole.length; position++) {
            byte[] damaged = whole.clone();
            damaged[position] ^= (byte) (1 << position % 8);
            assertThatThrownBy(() -> IndexFile.open(ByteBuffer.wrap(damaged)))
                    .as("byte %d", position)
                    .isInstanceOf(StorageException.class);
        }
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> IndexFile.open(ByteBuffer.wrap(cut)))
                    .as("%d bytes", length)
                    .isInstanceOf(StorageException.class);
        }
    }

    @Test
    void add_outOfOrder_isRefused() throws IOException {
        try (IndexFileWriter writer = new IndexFileWriter(disk.create(FILE))) {
            writer.add(Labels.of(Labels.NAME, "b"), new ByteWriter());
            assertThatThrownBy(() -> writer.add(Labels.of(Labels.NAME, "a"), new ByteWriter()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not in order");
        }
    }

    @Test
    void memoryIndex_removed_isForgottenAndTheNumberGivenAgain() {
        MemoryIndex index = new MemoryIndex();
        Labels one = Labels.of(Labels.NAME, "m", "topic", "one");
        Labels two = Labels.of(Labels.NAME, "m", "topic", "two", "extra", "x");
        int first = index.add(one);
        int second = index.add(two);
        assertThat(index.add(one)).isEqualTo(first);
        index.remove(MutableRoaringBitmap.bitmapOf(second));
        assertThat(index.find(two)).isEqualTo(-1);
        assertThat(index.size()).isEqualTo(1);
        assertThat(index.select(List.of(Matcher.equal(Labels.NAME, "m"))).toArray())
                .containsExactly(first);
        assertThat(index.<List<String>>read(LabelIndex::names)).containsExactly(Labels.NAME, "topic");
        assertThatThrownBy(() -> index.labels(second)).isInstanceOf(IllegalArgumentException.class);
        int third = index.add(Labels.of(Labels.NAME, "m", "topic", "three"));
        assertThat(third).isEqualTo(2);
        index.reuse(MutableRoaringBitmap.bitmapOf(first, second));
        assertThat(index.add(two)).isEqualTo(second);
        assertThat(index.find(one)).isEqualTo(first);
        assertThat(index.limit()).isEqualTo(3);
    }

    @Test
    void memoryIndex_addAndRemoveAtRandom_knowsWhatIsThere() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        MemoryIndex index = new MemoryIndex();
        TreeSet<Labels> there = new TreeSet<>();
        List<Labels> pool = series(random, 400);
        for (int i = 0; i < 5_000; i++) {
            Labels labels = pool.get(random.nextInt(pool.size()));
            if (random.nextBoolean()) {
                assertThat(index.labels(index.add(labels))).isEqualTo(labels);
                there.add(labels);
            } else if (there.remove(labels)) {
                MutableRoaringBitmap number = MutableRoaringBitmap.bitmapOf(index.find(labels));
                index.remove(number);
                index.reuse(number);
            } else {
                assertThat(index.find(labels)).as("seed %d", seed).isEqualTo(-1);
            }
        }
        assertThat(inMemory(index, List.of())).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(there);
        assertThat(index.limit()).isLessThanOrEqualTo(400);
    }

    private IndexFile write(List<Labels> sorted) throws IOException {
        disk.delete(FILE);
        try (IndexFileWriter writer = new IndexFileWriter(disk.create(FILE))) {
            ByteWriter payload = new ByteWriter();
            for (int i = 0; i < sorted.size(); i++) {
                payload.clear();
                payload.putVarint(i);
                payload.putText("x".repeat(i % 40));
                assertThat(writer.add(sorted.get(i), payload)).isEqualTo(i);
            }
            writer.finish();
        }
        return IndexFile.open(disk.map(FILE));
    }

    private byte[] bytes() throws IOException {
        ByteBuffer file = disk.map(FILE);
        byte[] bytes = new byte[file.remaining()];
        file.get(bytes);
        return bytes;
    }

    private static List<Labels> series(Random random, int count) {
        TreeSet<Labels> series = new TreeSet<>();
        while (series.size() < count) {
            series.add(Labels.of(
                    Labels.NAME,
                    "metric_" + random.nextInt(3),
                    "a",
                    random.nextInt(3) == 0 ? "" : "v" + random.nextInt(20),
                    "b",
                    random.nextInt(4) == 0 ? "" : random.nextInt(9) == 0 ? "쿠버\uD83D\uDE00\uD800" : "a",
                    "unique",
                    "u" + random.nextInt(1_000_000)));
        }
        return new ArrayList<>(series);
    }

    private static List<Matcher> matchers(Random random) {
        List<Matcher> matchers = new ArrayList<>();
        String[] names = {Labels.NAME, "a", "b", "unique", "none"};
        for (int i = random.nextInt(4); i >= 0; i--) {
            MatchType type = TYPES.get(random.nextInt(TYPES.size()));
            String value = type.regex()
                    ? EXPRESSIONS[random.nextInt(EXPRESSIONS.length)]
                    : new String[] {"", "a", "v1", "v12", "metric_1", "쿠버\uD83D\uDE00\uD800"}[random.nextInt(6)];
            matchers.add(new Matcher(type, names[random.nextInt(names.length)], value));
        }
        return matchers;
    }

    private static List<Labels> inMemory(MemoryIndex index, List<Matcher> matchers) {
        return Arrays.stream(index.select(matchers).toArray())
                .mapToObj(index::labels)
                .toList();
    }

    private static List<Labels> labels(LabelIndex index, ImmutableRoaringBitmap found) {
        return Arrays.stream(found.toArray()).mapToObj(index::labels).toList();
    }
}
