package io.klamm.notifier.silence;

import io.klamm.model.alert.Silence;
import io.klamm.model.series.Labels;
import io.klamm.storage.Matcher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Silences, able to match. Immutable. */
public final class Silences {

    private record Compiled(Silence silence, List<Matcher> matchers) {}

    private final List<Compiled> silences;

    public Silences(Collection<Silence> silences) {
        this.silences = silences.stream()
                .map(silence -> new Compiled(
                        silence, silence.matchers().stream().map(Matcher::of).toList()))
                .toList();
    }

    /** Ids of those that keep an alert of these labels quiet at this time. */
    public List<String> quieting(Labels labels, Instant time) {
        List<String> ids = new ArrayList<>();
        for (Compiled one : silences) {
            if (one.silence().stateAt(time) == Silence.State.ACTIVE && Matcher.allMatch(one.matchers(), labels)) {
                ids.add(one.silence().id());
            }
        }
        return ids;
    }
}
