package io.klamm.benchmarks;

import io.klamm.storage.MatchType;
import io.klamm.storage.Matcher;
import io.klamm.storage.Querier;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.Selection;
import io.klamm.storage.SeriesSet;
import io.klamm.tsdb.block.Block;
import io.klamm.tsdb.block.BlockId;
import io.klamm.tsdb.block.BlockMeta;
import io.klamm.tsdb.block.BlockSettings;
import io.klamm.tsdb.block.BlockWriter;
import io.klamm.tsdb.block.Compactor;
import io.klamm.tsdb.chunk.ChunkDecoder;
import io.klamm.tsdb.chunk.ChunkEncoder;
import io.klamm.tsdb.files.ByteWriter;
import io.klamm.tsdb.files.Disk;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Measures how many bytes a sample of Kafka-like data takes in blocks of 2 h, 6 h and 12 h, with its share of the index, on an exact grid and with 2 ms of jitter; by kind of series; and how long packing, unpacking, writing, merging and reading
 * take, in CPU time of the one thread that does it.
 *
 * <p>Arguments: series (10,000), hours (12).
 */
public final class TsdbSizeBenchmark {

    private static final int ROWS = 480;
    private static final long WINDOW = (long) ROWS * KafkaLikeData.STEP;
    private static final Matcher ALL = new Matcher(MatchType.REGEX, "__name__", ".+");

    private final int series;
    private final int windows;
    private final Path directory;
    private final Random random = new Random(1);
    private long made = 1;

    private TsdbSizeBenchmark(int series, int windows, Path directory) {
        this.series = series;
        this.windows = windows;
        this.directory = directory;
    }

    public static void main(String[] args) throws IOException {
        int series = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int hours = args.length > 1 ? Integer.parseInt(args[1]) : 12;
        Path directory = Files.createTempDirectory("klamm-tsdb-size");
        try {
            TsdbSizeBenchmark benchmark = new TsdbSizeBenchmark(series, hours / 2, directory);
            benchmark.codec();
            benchmark.blocks(0);
            benchmark.blocks(2);
        } finally {
            Disk.real().deleteTree(directory);
        }
    }

    /** Two hours of all series, one array a series. */
    private static double[][] window(KafkaLikeData data, long[][] times) {
        double[][] values = new double[data.size()][ROWS];
        for (int row = 0; row < ROWS; row++) {
            data.next();
            for (int i = 0; i < data.size(); i++) {
                values[i][row] = data.value(i);
            }
            for (int target = 0; target < data.targets(); target++) {
                times[target][row] = data.time(target);
            }
        }
        return values;
    }

    private void codec() {
        KafkaLikeData data = new KafkaLikeData(series, 0, 1);
        double[][] values = window(data, new long[data.targets()][ROWS]);
        byte[][] packed = new byte[data.size()][];
        Map<KafkaLikeData.Kind, long[]> byKind = new EnumMap<>(KafkaLikeData.Kind.class);
        for (int round = 1; round <= 4; round++) {
            long encoding = encode(values, packed);
            long decoding = decode(packed);
            long samples = (long) data.size() * ROWS;
            System.out.printf(
                    "values of %d series x %d, round %d: packed in %.1f ns a sample, unpacked in %.2f ns%n",
                    data.size(), ROWS, round, (double) encoding / samples, (double) decoding / samples);
        }
        for (int i = 0; i < packed.length; i++) {
            long[] sum = byKind.computeIfAbsent(data.kind(i), kind -> new long[2]);
            sum[0] += packed[i].length;
            sum[1] += ROWS;
        }
        byKind.forEach(
                (kind, sum) -> System.out.printf("  %-17s %.3f bytes a value%n", kind, (double) sum[0] / sum[1]));
    }

    private static long encode(double[][] values, byte[][] packed) {
        ChunkEncoder encoder = new ChunkEncoder();
        ByteWriter out = new ByteWriter();
        long begin = cpu();
        for (int i = 0; i < values.length; i++) {
            out.clear();
            encoder.encode(values[i], 0, ROWS, out);
            packed[i] = out.toBytes();
        }
        return cpu() - begin;
    }

    private static long decode(byte[][] packed) {
        ChunkDecoder decoder = new ChunkDecoder();
        double[] values = new double[ROWS];
        long begin = cpu();
        for (byte[] chunk : packed) {
            decoder.decode(chunk, 0, chunk.length, ROWS, values, 0);
        }
        return cpu() - begin;
    }

    private void blocks(int jitter) throws IOException {
        System.out.printf("%njitter %d ms%n", jitter);
        KafkaLikeData data = new KafkaLikeData(series, jitter, 1);
        int[] order = IntStream.range(0, data.size())
                .boxed()
                .sorted(Comparator.comparing(data::labels))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < windows; i++) {
            blocks.add(write(data, order));
        }
        print("2 h", blocks.get(0).meta());
        if (windows >= 3) {
            print("6 h", merge(blocks.subList(0, 3)));
        }
        if (windows >= 6) {
            Block merged = open(merge(blocks.subList(0, 6)));
            print("12 h", merged.meta());
            read(merged);
            read(merged);
        }
        Disk.real().deleteTree(directory);
        Files.createDirectories(directory);
    }

    private Block write(KafkaLikeData data, int[] order) throws IOException {
        long[][] times = new long[data.targets()][ROWS];
        double[][] values = window(data, times);
        long begin = cpu();
        BlockMeta meta;
        try (BlockWriter writer =
                new BlockWriter(Disk.real(), directory, BlockId.of(made++, random), 1, List.of(), BlockSettings.HEAD)) {
            for (int target = 0; target < data.targets(); target++) {
                writer.group("target-" + target);
                writer.rows(times[target], 0, ROWS);
            }
            for (int i : order) {
                writer.series(data.labels(i));
                writer.samples(data.target(i), times[data.target(i)], values[i], 0, ROWS);
            }
            meta = writer.finish().orElseThrow();
        }
        System.out.printf("  written in %.1f ns a sample%n", (double) (cpu() - begin) / meta.samples());
        return open(meta);
    }

    private BlockMeta merge(List<Block> blocks) throws IOException {
        long begin = cpu();
        BlockMeta meta = new Compactor(Disk.real(), directory, BlockSettings.MERGED)
                .merge(blocks, BlockId.of(made++, random), () -> false)
                .block()
                .orElseThrow();
        System.out.printf("  merged in %.1f ns a sample%n", (double) (cpu() - begin) / meta.samples());
        return meta;
    }

    private Block open(BlockMeta meta) throws IOException {
        return Block.open(Disk.real(), directory.resolve(meta.id().text()));
    }

    private static void read(Block block) {
        SampleBuffer buffer = new SampleBuffer();
        long samples = 0;
        long begin = cpu();
        try (Querier querier = block.querier(0, KafkaLikeData.START + 1_000 * WINDOW)) {
            SeriesSet set = querier.select(Selection.of(ALL));
            while (set.next()) {
                buffer.clear();
                set.at().read(buffer);
                samples += buffer.size();
            }
        }
        System.out.printf("  read in %.2f ns a sample%n", (double) (cpu() - begin) / samples);
    }

    private static void print(String name, BlockMeta meta) {
        double samples = meta.samples();
        long index = meta.files().getOrDefault("index", 0L);
        long times = meta.files().getOrDefault("times", 0L);
        System.out.printf(
                "%4s: %.0f samples, values %.3f + times %.4f + index %.3f = %.3f bytes a sample (index %.1f bytes a series)%n",
                name,
                samples,
                (meta.bytes() - index - times) / samples,
                times / samples,
                index / samples,
                meta.bytes() / samples,
                (double) index / meta.series());
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
