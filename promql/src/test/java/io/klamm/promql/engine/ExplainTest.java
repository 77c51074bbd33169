package io.klamm.promql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a query tells of its parts. */
class ExplainTest {

    /** Reading one series takes a second by this clock, and nothing else takes any time. */
    private final AtomicLong now = new AtomicLong();

    private final SmallStore store = new SmallStore(9, series -> now.addAndGet(TimeUnit.SECONDS.toNanos(1)));
    private final Engine engine = new Engine(EngineSettings.standard(), store, now::get);

    private Explain explain(String expression) {
        return engine.range(
                        expression,
                        0,
                        60 * SmallStore.MINUTE,
                        60_000,
                        QueryOptions.none().withExplain(true))
                .execute()
                .explain()
                .orElseThrow();
    }

    @Test
    void everyPart_hasItsSeriesSamplesAndTime() {
        Explain sum = explain("sum(rate(up[5m])) / 2 > 0");
        assertThat(sum.node()).isEqualTo("sum(rate(up[5m])) / 2 > 0");
        Explain division = sum.children().get(0);
        Explain aggregation = division.children().get(0);
        Explain rate = aggregation.children().get(0);
        assertThat(aggregation.node()).isEqualTo("sum(rate(up[5m]))");
        assertThat(aggregation.series()).isEqualTo(1);
        assertThat(rate.node()).isEqualTo("rate(up[5m])");
        assertThat(rate.series()).isEqualTo(9);
        assertThat(rate.samples()).isEqualTo(9L * SmallStore.SAMPLES);
        assertThat(rate.nanos()).isEqualTo(TimeUnit.SECONDS.toNanos(10));
        assertThat(sum.samples()).isEqualTo(rate.samples());
        assertThat(sum.nanos()).isGreaterThanOrEqualTo(rate.nanos());
    }

    @Test
    void bothSidesOfAJoin_standSideBySide() {
        Explain join = explain("up{instance=\"1\"} + on (instance) up");
        assertThat(join.children()).extracting(Explain::node).containsExactly("up{instance=\"1\"}", "up");
        assertThat(join.children()).extracting(Explain::series).containsExactly(1, 9);
    }

    @Test
    void notAskedFor_isNotThere() {
        assertThat(engine.instant("up", 0, QueryOptions.none()).execute().explain())
                .isEmpty();
    }
}
