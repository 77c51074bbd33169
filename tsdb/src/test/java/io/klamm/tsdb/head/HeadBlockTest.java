package io.klamm.tsdb.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.model.series.Labels;
import io.klamm.storage.Appender;
import io.klamm.storage.Matcher;
import io.klamm.storage.Outcome;
import io.klamm.storage.Selection;
import io.klamm.storage.SeriesRef;
import io.klamm.storage.StorageException;
import io.klamm.testing.ManualClock;
import io.klamm.tsdb.files.SimulatedDisk;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeadBlockTest {

    private static final long STEP = 15_000;
    private static final long RANGE = Duration.ofHours(2).toMillis();

    private final SimulatedDisk disk = new SimulatedDisk();
    private final ManualClock clock = TestHead.clock();
    private long now = TestHead.NOW.toEpochMilli() / RANGE * RANGE;
    private TestHead head;
    private Appender appender;

    @BeforeEach
    void open() throws IOException {
        head = new TestHead(disk, clock);
        appender = head.appender("w");
    }

    private static Labels labels(int series) {
        return Labels.of(Labels.NAME, "m", "series", "s" + series);
    }

    /** Writes so many steps of a few series, sealing now and then. */
    private void write(int steps, int from, int to) {
        List<SeriesRef> refs = new ArrayList<>();
        for (int i = from; i < to; i++) {
            refs.add(appender.series(labels(i)));
        }
        for (int step = 0; step < steps; step++) {
            appender.begin(now);
            for (SeriesRef ref : refs) {
                assertThat(appender.append(ref, step)).isEqualTo(Outcome.APPENDED);
            }
            appender.commit();
            now += STEP;
            clock.advance(Duration.ofMillis(STEP));
            if (step % 20 == 0) {
                head.head.seal();
            }
        }
    }

    @Test
    void dueBlock_onlyWhenAllIsThere() {
        long begin = now;
        assertThat(head.head.dueBlock()).isEmpty();
        write(480 + 239, 0, 3);
        assertThat(head.head.dueBlock()).isEmpty();
        write(2, 0, 3);
        assertThat(head.head.dueBlock()).hasValue(begin);
    }

    @Test
    void feed_givesEverySampleOfTheSpan_inTheTimesOfItsGroup() throws IOException {
        long begin = now;
        write(730, 0, 5);
        CollectingSink sink = new CollectingSink();
        assertThat(head.head.feed(begin, begin + RANGE - 1, sink)).isEqualTo(5 * 480);
        assertThat(sink.samples).isEqualTo(head.read(begin, begin + RANGE - 1)).hasSize(5);
        assertThat(sink.groups).containsExactly("w");
        assertThat(sink.ownTimes).isZero();
    }

    @Test
    void handOver_headIsReadFromThere_andWhatIsBeforeGoes() throws IOException {
        long begin = now;
        write(730, 0, 5);
        Map<Labels, Map<Long, Long>> rest = head.read(begin + RANGE, Long.MAX_VALUE);
        HeadQueries old = head.head.queries(Long.MIN_VALUE, Long.MAX_VALUE);
        head.head.handOver(begin + RANGE);
        assertThat(head.read(Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(rest);
        assertThat(old.select(Selection.of(Matcher.equal(Labels.NAME, "m")))).hasSize(5);
        head.head.removeHandedOver();
        assertThat(head.read(Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(rest);
        assertThatThrownBy(() -> old.select(Selection.of(Matcher.equal(Labels.NAME, "m"))))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("too old");
        assertThat(head.head.oldestTime()).hasValue(begin + RANGE);
        appender.begin(begin + RANGE - 1);
        assertThat(appender.append(appender.series(labels(1)), 1)).isEqualTo(Outcome.TOO_OLD);
        appender.rollback();
        head.reopen();
        assertThat(head.read(Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(rest);
    }

    @Test
    void removeHandedOver_seriesWithoutSamples_goAndMayComeBack() throws IOException {
        long begin = now;
        write(400, 0, 50);
        SeriesRef gone = appender.series(labels(7));
        write(330, 50, 52);
        assertThat(head.head.stats().series()).isEqualTo(52);
        head.head.handOver(begin + RANGE);
        head.head.removeHandedOver();
        assertThat(head.head.stats().series()).isEqualTo(2);
        assertThat(head.head.stats().seriesRemoved()).isEqualTo(50);
        write(1, 60, 70);
        appender.begin(now);
        assertThat(appender.append(gone, 42)).isEqualTo(Outcome.APPENDED);
        appender.commit();
        assertThat(head.head.stats().series()).isEqualTo(13);
        assertThat(head.read(now, now).keySet()).containsExactly(labels(7));
        head.reopen();
        assertThat(head.read(now, now).keySet()).containsExactly(labels(7));
        assertThat(head.head.stats().series()).isEqualTo(13);
    }

    @Test
    void seal_logAndFilesDoNotGrowForEver() throws IOException {
        long most = 0;
        for (int block = 0; block < 4; block++) {
            write(480, 0, 200);
            head.head.dueBlock().ifPresent(begin -> {
                head.head.handOver(begin + RANGE);
                head.head.removeHandedOver();
            });
            head.head.seal();
            most = Math.max(most, head.head.stats().log().segments());
            assertThat(head.head.stats().chunkFiles()).isLessThan(20);
        }
        assertThat(most).isLessThan(5);
        assertThat(disk.used()).isLessThan(1_500_000);
        head.reopen();
    }

    @Test
    void delete_samplesAreGone_andStayGone() throws IOException {
        long begin = now;
        write(300, 0, 3);
        assertThat(head.head.delete(List.of(Matcher.equal("series", "s1")), begin + 10 * STEP, begin + 20 * STEP))
                .isEqualTo(1);
        head.head.delete(List.of(Matcher.equal("series", "s2")), Long.MIN_VALUE, Long.MAX_VALUE);
        Map<Labels, Map<Long, Long>> left = head.read(Long.MIN_VALUE, Long.MAX_VALUE);
        assertThat(left).containsOnlyKeys(labels(0), labels(1));
        assertThat(left.get(labels(1))).hasSize(289).doesNotContainKey(begin + 10 * STEP);
        head.head.sealAll();
        head.reopen();
        assertThat(head.read(Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(left);
        CollectingSink sink = new CollectingSink();
        head.head.feed(begin, now, sink);
        assertThat(sink.samples).isEqualTo(left);
        appender = head.appender("w");
        write(1, 2, 3);
        assertThat(head.read(Long.MIN_VALUE, Long.MAX_VALUE)).containsKey(labels(2));
    }
}
