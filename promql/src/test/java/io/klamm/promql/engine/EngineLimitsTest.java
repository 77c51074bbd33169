package io.klamm.promql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.promql.budget.Cancellation;
import io.klamm.promql.value.ErrorKind;
import io.klamm.promql.value.Matrix;
import io.klamm.promql.value.QueryException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a query may use up, and how it ends when it wants more: in Prometheus's words. */
@Timeout(60)
class EngineLimitsTest {

    private static final EngineSettings STANDARD = EngineSettings.standard();
    private static final String TOO_MANY =
            "query processing would load too many samples into memory in query execution";

    private static Engine engine(EngineSettings settings, SmallStore store) {
        return new Engine(settings, store, System::nanoTime);
    }

    private static QueryResult range(Engine engine, String expression, QueryOptions options) {
        return engine.range(expression, 0, 60 * SmallStore.MINUTE, 15_000, options)
                .execute();
    }

    private static void assertEnds(ThrowingCallable query, ErrorKind kind, String message) {
        assertThatThrownBy(query).isInstanceOfSatisfying(QueryException.class, e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e).hasMessage(message);
        });
    }

    @Test
    void standard_isWhatPrometheusAllows() {
        assertThat(STANDARD.maxSamples()).isEqualTo(50_000_000);
        assertThat(STANDARD.timeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(STANDARD.concurrency()).isEqualTo(20);
        assertThat(STANDARD.lookback()).isEqualTo(5 * SmallStore.MINUTE);
    }

    @Test
    void moreSamplesThanAllowed_isAnExecutionError() {
        SmallStore store = new SmallStore(10, series -> {});
        int whole = 10 * SmallStore.SAMPLES;
        assertThat(range(engine(STANDARD.withMaxSamples(2L * whole), store), "up", QueryOptions.none())
                        .stats()
                        .peakSamples())
                .isBetween((long) whole, 2L * whole);
        Engine small = engine(STANDARD.withMaxSamples(whole), store);
        assertEnds(() -> range(small, "up", QueryOptions.none()), ErrorKind.EXECUTION, TOO_MANY);
        assertThat(((Matrix) range(small, "sum(up)", QueryOptions.none()).value()).series())
                .as("an aggregation holds its groups only")
                .hasSize(1);
    }

    @Test
    void moreStepsOfASubqueryThanSamplesAllowed_isRefusedBeforeItBegins() {
        Engine engine = engine(STANDARD, new SmallStore(1, series -> {}));
        assertThatThrownBy(() -> engine.instant("max_over_time(up[100y:1s])", 0, QueryOptions.none())
                        .execute())
                .isInstanceOf(QueryException.class)
                .hasMessageStartingWith(TOO_MANY);
    }

    @Test
    void moreBytesThanAllQueriesMayHold_endsTheQueryAndGivesThemBack() {
        SmallStore store = new SmallStore(200, series -> {});
        Engine engine = engine(STANDARD.withMaxBytes(300_000), store);
        assertEnds(
                () -> range(engine, "up", QueryOptions.none()),
                ErrorKind.EXECUTION,
                TOO_MANY + ": the memory of all queries is used up");
        assertThat(engine.memory().taken()).isZero();
        assertThat(((Matrix) range(engine, "sum(up)", QueryOptions.none()).value()).series())
                .hasSize(1);
        assertThat(engine.memory().taken()).isZero();
    }

    @Test
    void longerThanAllowed_isATimeout() {
        AtomicLong now = new AtomicLong();
        SmallStore store = new SmallStore(300, series -> now.addAndGet(TimeUnit.SECONDS.toNanos(1)));
        Engine engine = new Engine(STANDARD, store, now::get);
        assertEnds(
                () -> range(engine, "up", QueryOptions.none()),
                ErrorKind.TIMEOUT,
                "query timed out in expression evaluation");
        assertThat(now.get())
                .as("two minutes, and what is done between two looks at the clock")
                .isBetween(
                        Duration.ofMinutes(2).toNanos(), Duration.ofSeconds(260).toNanos());
    }

    @Test
    void timeoutOfAQuery_isAtMostTheEngines() {
        AtomicLong now = new AtomicLong();
        SmallStore store = new SmallStore(300, series -> now.addAndGet(TimeUnit.SECONDS.toNanos(1)));
        Engine engine = new Engine(STANDARD.withTimeout(Duration.ofMinutes(10)), store, now::get);
        assertThat(range(engine, "up", QueryOptions.none()).stats().evalNanos())
                .isGreaterThan(Duration.ofMinutes(5).toNanos());
        assertEnds(
                () -> range(engine, "up", QueryOptions.none().withTimeout(Duration.ofMinutes(2))),
                ErrorKind.TIMEOUT,
                "query timed out in expression evaluation");
        Engine strict = new Engine(STANDARD, store, now::get);
        assertEnds(
                () -> range(strict, "up", QueryOptions.none().withTimeout(Duration.ofHours(1))),
                ErrorKind.TIMEOUT,
                "query timed out in expression evaluation");
    }

    @Test
    void clientThatLeaves_endsTheQueryWhileItRuns() {
        Cancellation cancellation = new Cancellation();
        AtomicInteger read = new AtomicInteger();
        SmallStore store = new SmallStore(2_000, series -> {
            read.set(series);
            if (series == 500) {
                cancellation.cancel();
            }
        });
        QueryOptions options = QueryOptions.none().withCancellation(cancellation);
        assertEnds(
                () -> range(engine(STANDARD, store), "sum(up)", options),
                ErrorKind.CANCELED,
                "query was canceled in expression evaluation");
        assertThat(read.get()).as("series read by then").isBetween(500, 700);
    }

    @Test
    void longComputation_isCancelledTooWhileNothingIsRead() {
        Cancellation cancellation = new Cancellation();
        AtomicInteger looks = new AtomicInteger();
        Engine engine = new Engine(STANDARD, new SmallStore(500, series -> {}), () -> {
            if (looks.incrementAndGet() == 10) {
                cancellation.cancel();
            }
            return 0;
        });
        QueryOptions options = QueryOptions.none().withCancellation(cancellation);
        assertEnds(
                () -> range(engine, "quantile_over_time(0.9, up[1h:1s])", options),
                ErrorKind.CANCELED,
                "query was canceled in expression evaluation");
        assertThat(looks.get()).as("looks at the clock by then").isEqualTo(10);
    }

    @Test
    void moreThanAllowedAtOnce_wait() throws Exception {
        Semaphore go = new Semaphore(0);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch two = new CountDownLatch(2);
        SmallStore store = new SmallStore(1, series -> {
            if (series == 0) {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                two.countDown();
                go.acquireUninterruptibly();
                running.decrementAndGet();
            }
        });
        Engine engine = engine(STANDARD.withConcurrency(2), store);
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<QueryResult>> queries = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                queries.add(threads.submit(() -> range(engine, "up", QueryOptions.none())));
            }
            two.await();
            while (engine.gate().waiting() < 4) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            assertEnds(
                    () -> range(engine, "up", QueryOptions.none().withTimeout(Duration.ofMillis(30))),
                    ErrorKind.TIMEOUT,
                    "query timed out in query queue");
            Cancellation left = new Cancellation();
            left.cancel();
            assertEnds(
                    () -> range(engine, "up", QueryOptions.none().withCancellation(left)),
                    ErrorKind.CANCELED,
                    "query was canceled in query queue");
            go.release(6);
            for (Future<QueryResult> query : queries) {
                assertThat(((Matrix) query.get().value()).series()).hasSize(1);
            }
            assertThat(most.get()).isEqualTo(2);
        } finally {
            go.release(100);
            threads.shutdownNow();
        }
    }

    @Test
    void queryThatFails_leavesItsPlace() {
        Engine engine = engine(STANDARD.withConcurrency(1).withMaxSamples(100), new SmallStore(10, series -> {}));
        for (int i = 0; i < 3; i++) {
            assertEnds(() -> range(engine, "up", QueryOptions.none()), ErrorKind.EXECUTION, TOO_MANY);
        }
        assertThat(engine.instant("1", 0, QueryOptions.none()).execute().stats().samplesRead())
                .isZero();
    }
}
