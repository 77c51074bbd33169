package io.klamm.promql.engine;

import io.klamm.model.series.Labels;
import io.klamm.storage.Appender;
import io.klamm.storage.memory.MemoryStorage;
import java.util.List;

/**
 * Lets the virtual machine load and compile what queries need, by queries over a little store in memory, so that the first query of a user does not wait for that. Takes part of a second of CPU time;
 * to be run once, on a thread of its own, while a server starts.
 */
public final class WarmUp {

    private static final int SERIES = 60;
    private static final int SAMPLES = 480;
    private static final long INTERVAL = 15_000;
    private static final long END = SAMPLES * INTERVAL;
    private static final int ROUNDS = 6;

    private static final List<String> EXPRESSIONS = List.of(
            "sum by (topic) (lag)",
            "topk(3, rate(offset_total[5m])) > 0",
            "sum by (topic) (lag) / on (topic) group_left () sum by (topic) (increase(offset_total[5m]))",
            "avg(avg_over_time(lag[30m])) + max(max_over_time(lag[30m]))",
            "histogram_quantile(0.9, sum by (le) (rate(offset_total[5m])))",
            "quantile(0.9, lag) or absent(lag{topic=~\"a|b.*\"}) unless lag == bool 1",
            "label_replace(max_over_time(sum(lag)[10m:1m]), \"a\", \"$1\", \"topic\", \"(.*)\")");

    private WarmUp() {}

    /** Runs the queries; returns early if the thread is interrupted. */
    public static void run() {
        MemoryStorage store = store();
        Engine engine = new Engine(EngineSettings.standard(), store, System::nanoTime);
        for (int round = 0; round < ROUNDS; round++) {
            for (String expression : EXPRESSIONS) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                engine.instant(expression, END, QueryOptions.none()).execute();
                engine.range(expression, END / 2, END, 2 * INTERVAL, QueryOptions.none())
                        .execute();
            }
        }
    }

    private static MemoryStorage store() {
        MemoryStorage store = new MemoryStorage();
        try (Appender appender = store.appender("warm-up")) {
            for (int row = 0; row <= SAMPLES; row++) {
                appender.begin(row * INTERVAL);
                for (int i = 0; i < SERIES; i++) {
                    String topic = "topic-" + i / 3;
                    appender.append(appender.series(labels("lag", topic, i)), (row * 31 + i) % 97 / 10.0);
                    appender.append(appender.series(labels("offset_total", topic, i)), row * (double) i);
                }
                appender.commit();
            }
        }
        return store;
    }

    private static Labels labels(String name, String topic, int number) {
        int partition = number % 3;
        String bound = partition == 2 ? "+Inf" : partition + ".5";
        return Labels.of(Labels.NAME, name, "topic", topic, "partition", Integer.toString(partition), "le", bound);
    }
}
