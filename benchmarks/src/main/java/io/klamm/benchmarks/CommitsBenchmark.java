package io.klamm.benchmarks;

import io.klamm.kafka.ClientProperties;
import io.klamm.kafka.ClusterConfig;
import io.klamm.kafka.NameFilter;
import io.klamm.kafka.OffsetsTopicConfig;
import io.klamm.kafka.OffsetsTopicConfig.Reading;
import io.klamm.kafka.OffsetsTopicConfig.Start;
import io.klamm.kafka.offsets.OffsetsState;
import io.klamm.kafka.offsets.OffsetsTopicReader;
import io.klamm.lab.cluster.TestLab;
import io.klamm.lag.CommitFanout;
import io.klamm.lag.LagKeeper;
import io.klamm.lag.LagLimits;
import io.klamm.lag.LagSettings;
import io.klamm.lag.burrow.BurrowKeeper;
import io.klamm.lag.burrow.BurrowSettings;
import io.klamm.model.commit.CommitSink;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How fast the offsets topic of a real broker is read from its oldest record to its end: commits a second of wall clock and of this process's CPU, memory for each group on a
 * partition. Arguments: commits (default 5,000,000), groups (default 5,000, on 10 partitions each), runs (default 5).
 *
 * <p>The first run is cold, as a start is: classes are loaded and compiled in it.
 */
public final class CommitsBenchmark {

    private static final int KILOBYTE = 1024;
    private static final int COLLECTIONS = 4;

    private final PrintStream out;

    private CommitsBenchmark(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws ExecutionException, InterruptedException, IOException {
        new CommitsBenchmark(System.out)
                .run(number(arguments, 0, 5_000_000), number(arguments, 1, 5_000), number(arguments, 2, 5));
    }

    private static int number(String[] arguments, int index, int fallback) {
        return arguments.length > index ? Integer.parseInt(arguments[index].replace("_", "")) : fallback;
    }

    private void run(int commits, int groups, int runs) throws ExecutionException, InterruptedException, IOException {
        out.println("starting a broker ...");
        try (TestLab lab = TestLab.start(config -> config.brokerProperty("offsets.topic.num.partitions", "50")
                .brokerProperty("log.retention.bytes", "-1")
                .brokerProperty("log.cleaner.enable", "false")
                .jvmOption("-Xmx512m"))) {
            CommitsData data = new CommitsData(
                    lab.client(), groups, Math.max(1, commits / groups / CommitsData.PARTITIONS_OF_A_GROUP));
            out.printf("writing %,d commits of %,d groups on partitions ...%n", commits, data.groupPartitions());
            long written = data.write(new Ticker(out, "written", commits));
            List<Double> rates = new ArrayList<>();
            for (int run = 1; run <= runs; run++) {
                rates.add(read(lab, data, written, run));
            }
            summary(rates);
        }
    }

    /** Commits a CPU-second. */
    private double read(TestLab lab, CommitsData data, long written, int run)
            throws ExecutionException, InterruptedException, IOException {
        usedHeap();
        Read read = readAll(lab, data, written, run);
        reportMemory(read.heapWithAllKept() - usedHeap(), data.groupPartitions());
        return read.commitsPerCpuSecond();
    }

    /** @param heapWithAllKept bytes of heap while all that was read is still kept */
    private record Read(double commitsPerCpuSecond, long heapWithAllKept) {}

    /** Reads the whole topic. */
    private Read readAll(TestLab lab, CommitsData data, long written, int run)
            throws ExecutionException, InterruptedException {
        CountingSink counter = new CountingSink();
        CommitSink measured =
                new CommitFanout(List.of(counter, new LagKeeper(LagSettings.DEFAULT, LagLimits.DEFAULT), burrow(data)));
        CountDownLatch live = new CountDownLatch(1);
        Costs before = Costs.now();
        try (OffsetsTopicReader reader =
                new OffsetsTopicReader(config(lab), measured, state -> live(state, live), Clock.systemUTC())) {
            reader.start();
            await(live, reader, counter, new Ticker(out, "read", written));
            Costs costs = Costs.now().since(before);
            if (counter.commits() < written) {
                throw new IllegalStateException("commits: " + counter.commits() + " (expected: " + written + ")");
            }
            out.printf("run %d: %s%n", run, costs.text(counter.commits()));
            double rate = counter.commits() / costs.cpuSeconds();
            letGoOfBuffers(data, counter);
            return new Read(rate, usedHeap());
        }
    }

    /** Kafka's client holds on to the last large answer until there is another one; that is no part of what is kept. */
    private static void letGoOfBuffers(CommitsData data, CountingSink counter)
            throws ExecutionException, InterruptedException {
        long wanted = counter.commits() + data.writeMore();
        while (counter.commits() < wanted) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private static void await(CountDownLatch live, OffsetsTopicReader reader, CountingSink counter, Ticker ticker)
            throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
        while (!live.await(Ticker.EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not live: " + reader.state().text());
            }
            ticker.at(counter.commits());
        }
    }

    /** Burrow's window of 10 commits; it keeps only commits of partitions whose end it knows. */
    private static BurrowKeeper burrow(CommitsData data) {
        BurrowKeeper keeper = new BurrowKeeper("benchmark", BurrowSettings.usual(), Clock.systemUTC());
        long[] ends = new long[CommitsData.PARTITIONS_OF_A_GROUP];
        Arrays.fill(ends, data.end());
        for (int topic = 0; topic < CommitsData.TOPICS; topic++) {
            keeper.observeEnds(CommitsData.topic(topic), ends, Clock.systemUTC().millis());
        }
        return keeper;
    }

    private static void live(OffsetsState state, CountDownLatch live) {
        if (state instanceof OffsetsState.Live) {
            live.countDown();
        }
    }

    /** The first run apart from the others. */
    private void summary(List<Double> rates) {
        List<Double> warm = rates.subList(Math.min(1, rates.size()), rates.size()).stream()
                .sorted()
                .toList();
        if (!warm.isEmpty()) {
            out.printf(
                    "commits a CPU-second: %,.0f in the first run; median of the other %d: %,.0f (%,.0f to %,.0f)%n",
                    rates.get(0),
                    warm.size(),
                    (warm.get((warm.size() - 1) / 2) + warm.get(warm.size() / 2)) / 2,
                    warm.get(0),
                    warm.get(warm.size() - 1));
        }
    }

    /** @param heap of what the reader and the sink have let go of by being closed */
    private void reportMemory(long heap, int groupPartitions) throws IOException {
        out.printf(
                "  kept: %,d bytes of heap for each group on a partition; RSS of the process %,d MB%n",
                heap / groupPartitions, residentKilobytes() / KILOBYTE);
    }

    /** What was left after a collection; the serial collector squeezes the heap to its last byte only at every fourth. */
    private static long usedHeap() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }

    /** 0 where the system does not tell. */
    private static long residentKilobytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        @Nullable
        String line = Files.readAllLines(status).stream()
                .filter(text -> text.startsWith("VmRSS:"))
                .findFirst()
                .orElse(null);
        return line == null ? 0 : Long.parseLong(line.replaceAll("\\D", ""));
    }

    private static ClusterConfig config(TestLab lab) {
        return new ClusterConfig(
                "benchmark",
                lab.lab().bootstrapServers(),
                Duration.ofSeconds(15),
                NameFilter.all(),
                NameFilter.all(),
                new ClientProperties(Map.of()),
                new OffsetsTopicConfig(Reading.AUTO, OffsetsTopicConfig.TOPIC, new Start.Oldest()));
    }
}
