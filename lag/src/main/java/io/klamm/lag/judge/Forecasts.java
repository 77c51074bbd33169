package io.klamm.lag.judge;

import io.klamm.lag.series.CommitSeries;
import io.klamm.model.Retention;
import io.klamm.model.verdict.Forecast;
import io.klamm.model.verdict.TimeLag;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** Where the present rates of writing and reading lead: when a group has caught up, when it loses records. */
final class Forecasts {

    /** What lies further ahead is no forecast. */
    private static final double FURTHEST_AHEAD = Duration.ofDays(3650).toSeconds();

    private final PartitionView view;
    private final Position position;
    private final TimeLag timeLag;
    private final OptionalDouble produced;
    private final OptionalDouble consumed;

    private Forecasts(PartitionView view, Position position, OptionalDouble consumed) {
        this.view = view;
        this.position = position;
        this.consumed = consumed;
        this.timeLag = TimeLags.of(view, position);
        this.produced = view.log()
                .ends()
                .ratePerSecond(view.now() - view.tolerance().window().toMillis());
    }

    /** Of a view that has a commit and an end. */
    static Forecast of(PartitionView view, Position position, CommitSeries window, Rhythm rhythm) {
        Forecasts forecasts = new Forecasts(view, position, consumed(window, rhythm));
        return new Forecast(
                forecasts.produced,
                forecasts.consumed,
                Optional.of(forecasts.timeLag),
                ahead(forecasts.catchUp()),
                ahead(forecasts.loss()));
    }

    private static OptionalDouble consumed(CommitSeries window, Rhythm rhythm) {
        if (rhythm.overdue()) {
            return OptionalDouble.of(0);
        }
        return window.span() <= 0 ? OptionalDouble.empty() : OptionalDouble.of(window.read() * 1000.0 / window.span());
    }

    private OptionalDouble catchUp() {
        if (position.effective() == 0) {
            return OptionalDouble.of(0);
        }
        if (produced.isEmpty() || consumed.isEmpty()) {
            return OptionalDouble.empty();
        }
        return reach((double) position.effective(), consumed.getAsDouble() - produced.getAsDouble());
    }

    private OptionalDouble loss() {
        if (view.log().start() > position.committed()) {
            return OptionalDouble.of(0);
        }
        if (position.effective() == 0) {
            return OptionalDouble.empty();
        }
        Optional<Retention> retention = view.log().retention();
        if (retention.isEmpty()) {
            return byMovement();
        }
        return retention.get().deletes()
                ? sooner(byAge(retention.get()), bySize(retention.get()))
                : OptionalDouble.empty();
    }

    /** The age of the next record grows by a second each second while nothing is read, and by less while the group moves on to younger ones. */
    private OptionalDouble byAge(Retention retention) {
        if (retention.millis().isEmpty() || consumed.isEmpty()) {
            return OptionalDouble.empty();
        }
        double left = Math.max(0, retention.millis().getAsLong() / 1000.0 - timeLag.seconds());
        double reads = consumed.getAsDouble();
        double written = produced.orElse(0);
        if (written > 0) {
            return reach(left, 1 - reads / written);
        }
        boolean readInTime = reads > 0 && position.effective() / reads < left;
        return readInTime ? OptionalDouble.empty() : OptionalDouble.of(left);
    }

    /** The log holds so many records at their mean size; what lags further is gone. */
    private OptionalDouble bySize(Retention retention) {
        if (retention.bytes().isEmpty() || view.log().bytesPerRecord().isEmpty() || consumed.isEmpty()) {
            return OptionalDouble.empty();
        }
        double held =
                retention.bytes().getAsLong() / view.log().bytesPerRecord().getAsDouble();
        return reach(Math.max(0, held - position.lag()), produced.orElse(0) - consumed.getAsDouble());
    }

    private OptionalDouble byMovement() {
        if (view.log().startPerSecond().isEmpty() || consumed.isEmpty()) {
            return OptionalDouble.empty();
        }
        double left = (double) position.committed() - view.log().start();
        return reach(left, view.log().startPerSecond().getAsDouble() - consumed.getAsDouble());
    }

    private static OptionalDouble reach(double distance, double speed) {
        return speed <= 0 ? OptionalDouble.empty() : OptionalDouble.of(distance / speed);
    }

    private static OptionalDouble sooner(OptionalDouble one, OptionalDouble other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isPresent() ? one : other;
        }
        return OptionalDouble.of(Math.min(one.getAsDouble(), other.getAsDouble()));
    }

    private static OptionalDouble ahead(OptionalDouble seconds) {
        return seconds.isPresent() && seconds.getAsDouble() > FURTHEST_AHEAD ? OptionalDouble.empty() : seconds;
    }
}
