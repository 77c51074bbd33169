package io.klamm.rules.alert;

import io.klamm.model.alert.Alert;
import io.klamm.model.rule.ActiveAlert;
import io.klamm.model.series.Labels;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One alert from its first evaluation until its resolution is old. For one thread. */
final class LiveAlert {

    private Candidate latest;
    private Instant activeAt;
    private Instant lastSeen;
    private @Nullable Instant firedAt;
    private @Nullable Instant resolvedAt;
    private @Nullable Instant keepFiringSince;
    private @Nullable Instant lastTold;
    private boolean dataMissing;
    private boolean remembered;

    LiveAlert(Candidate first, Instant at) {
        this.latest = first;
        this.activeAt = at;
        this.lastSeen = at;
    }

    LiveAlert(Remembered alert) {
        this.latest = alert.alert();
        this.activeAt = alert.activeAt();
        this.lastSeen = alert.lastSeen();
        this.firedAt = alert.firedAt();
        this.remembered = true;
    }

    Labels labels() {
        return latest.labels();
    }

    Labels source() {
        return latest.source();
    }

    Instant activeAt() {
        return activeAt;
    }

    boolean firing() {
        return firedAt != null && resolvedAt == null;
    }

    boolean pending() {
        return firedAt == null;
    }

    boolean resolved() {
        return resolvedAt != null;
    }

    /** The expression gives it. */
    void seen(Candidate candidate, Instant at, Duration hold, ForState forState) {
        if (remembered && pending()) {
            activeAt = forState.activeAt(activeAt, lastSeen, at, hold);
        }
        remembered = false;
        latest = candidate;
        lastSeen = at;
        keepFiringSince = null;
        dataMissing = false;
    }

    /** Its data are missing: it stays as it is, and the clock of a pending one stands still. */
    void held(Instant at) {
        if (pending()) {
            activeAt = activeAt.plus(Duration.between(lastSeen, at));
        }
        lastSeen = at;
        dataMissing = true;
    }

    /** Fires if it has been so for long enough. */
    void fireAfter(Duration hold, Instant at) {
        if (pending() && Duration.between(activeAt, at).compareTo(hold) >= 0) {
            firedAt = at;
        }
    }

    /** It fires, but is no longer given; it goes on for a while, or is resolved. */
    void vanished(Duration keepFiring, Instant at) {
        dataMissing = false;
        if (!keepFiring.isZero() && keepFiringSince == null) {
            keepFiringSince = at;
        }
        if (keepFiringSince == null || Duration.between(keepFiringSince, at).compareTo(keepFiring) >= 0) {
            resolve(at);
        }
    }

    void resolve(Instant at) {
        resolvedAt = at;
    }

    /** Whether it has been resolved for longer than that. */
    boolean resolvedFor(Duration longest, Instant at) {
        return resolvedAt != null && Duration.between(resolvedAt, at).compareTo(longest) > 0;
    }

    /** Whether somebody has to be told (again). */
    boolean due(Instant at, Duration resend) {
        if (pending()) {
            return false;
        }
        if (lastTold == null || (resolvedAt != null && resolvedAt.isAfter(lastTold))) {
            return true;
        }
        return lastTold.plus(resend).isBefore(at);
    }

    void told(Instant at) {
        lastTold = at;
    }

    /** As it is told. Only of one that fires or is resolved. */
    Alert alert(Instant validUntil, String url) {
        Instant since = firedAt == null ? activeAt : firedAt;
        return new Alert(labels(), latest.annotations(), since, resolvedAt == null ? validUntil : resolvedAt, url);
    }

    ActiveAlert view() {
        return new ActiveAlert(
                labels(),
                latest.annotations(),
                firing() ? ActiveAlert.State.FIRING : ActiveAlert.State.PENDING,
                latest.value(),
                activeAt,
                keepFiringSince,
                dataMissing);
    }
}
