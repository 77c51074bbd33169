package io.klamm.benchmarks;

import com.sun.management.OperatingSystemMXBean;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    private static final double NANOS = 1e9;
    private static final int KILOBYTE = 1024;

    private final PrintStream out;
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

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
            CommitsData data = new CommitsData(lab.client(), groups);
            out.printf("writing %,d commits of %,d groups on partitions ...%n", commits, data.groupPartitions());
            long written = data.write(Math.max(1, commits / data.groupPartitions()));
            for (int run = 1; run <= runs; run++) {
                read(lab, data.groupPartitions(), written, run);
            }
        }
    }

    private void read(TestLab lab, int groupPartitions, long written, int run)
            throws InterruptedException, IOException {
        usedHeap();
        reportMemory(heapWithAllKept(lab, written, run) - usedHeap(), groupPartitions);
    }

    /** Reads the whole topic; bytes of heap while all that was read is still kept. */
    private long heapWithAllKept(TestLab lab, long written, int run) throws InterruptedException {
        CountingSink counter = new CountingSink();
        CommitSink measured =
                new CommitFanout(List.of(counter, new LagKeeper(LagSettings.DEFAULT, LagLimits.DEFAULT), burrow()));
        CountDownLatch live = new CountDownLatch(1);
        long cpu = system.getProcessCpuTime();
        long began = System.nanoTime();
        try (OffsetsTopicReader reader =
                new OffsetsTopicReader(config(lab), measured, state -> live(state, live), Clock.systemUTC())) {
            reader.start();
            if (!live.await(10, TimeUnit.MINUTES)) {
                throw new IllegalStateException("not live: " + reader.state().text());
            }
            double seconds = (System.nanoTime() - began) / NANOS;
            double cpuSeconds = (system.getProcessCpuTime() - cpu) / NANOS;
            if (counter.commits() < written) {
                throw new IllegalStateException("commits: " + counter.commits() + " (expected: " + written + ")");
            }
            report(run, counter.commits(), seconds, cpuSeconds);
            return usedHeap();
        }
    }

    /** Burrow's window of 10 commits; it keeps only commits of partitions whose end it knows. */
    private static BurrowKeeper burrow() {
        BurrowKeeper keeper = new BurrowKeeper("benchmark", BurrowSettings.usual(), Clock.systemUTC());
        long[] ends = new long[CommitsData.PARTITIONS_OF_A_GROUP];
        Arrays.fill(ends, 1L << 40);
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

    private void report(int run, long commits, double seconds, double cpuSeconds) {
        out.printf(
                "run %d: %,d commits in %.2f s (%,.0f a second), %.2f s of CPU (%,.0f a CPU-second)%n",
                run, commits, seconds, commits / seconds, cpuSeconds, commits / cpuSeconds);
    }

    /** @param heap of what the reader and the sink have let go of by being closed */
    private void reportMemory(long heap, int groupPartitions) throws IOException {
        out.printf(
                "  kept: %,d bytes of heap for each group on a partition; RSS of the process %,d MB%n",
                heap / groupPartitions, residentKilobytes() / KILOBYTE);
    }

    /** After a collection. */
    private static long usedHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
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
