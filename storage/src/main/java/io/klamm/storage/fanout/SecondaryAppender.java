package io.klamm.storage.fanout;

import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import io.klamm.storage.Appender;
import io.klamm.storage.Outcome;
import io.klamm.storage.SeriesRef;
import io.klamm.storage.StorageException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;

/** The way into a secondary store: what fails there is counted, and the batch goes on. For one thread at a time. */
final class SecondaryAppender {

    private final Appender appender;
    private final LongAdder failed;

    SecondaryAppender(Appender appender, LongAdder failed) {
        this.appender = appender;
        this.failed = failed;
    }

    SeriesRef series(Labels labels) {
        return appender.series(labels);
    }

    void append(Function<Appender, Outcome> sample) {
        try {
            if (!sample.apply(appender).kept()) {
                failed.increment();
            }
        } catch (StorageException e) {
            failed.increment();
        }
    }

    void call(Consumer<Appender> step) {
        try {
            step.accept(appender);
        } catch (StorageException e) {
            failed.increment();
        }
    }

    void describe(String family, Metadata metadata) {
        call(to -> to.describe(family, metadata));
    }

    void close() {
        call(Appender::close);
    }
}
