package io.klamm.kafka;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was answered of each group: a value, that it is gone, nothing at all, or an error (which has been noted). */
final class GroupAnswers<T> {

    private final String fact;
    private final Gathering gathering;
    private final Map<String, T> values = new HashMap<>();
    private final Set<String> gone = new HashSet<>();
    private final Set<String> unanswered = new HashSet<>();

    GroupAnswers(String fact, Gathering gathering) {
        this.fact = fact;
        this.gathering = gathering;
    }

    void put(String group, T value) {
        values.put(group, value);
    }

    /** @param coordinator the broker that was asked, as far as known */
    void put(String group, int coordinator, Throwable error) {
        if (Advice.gone(error)) {
            gone.add(group);
            return;
        }
        if (Advice.unanswered(error)) {
            unanswered.add(group);
        }
        gathering.note(fact, group, coordinator, error);
    }

    Optional<T> of(String group) {
        return Optional.ofNullable(values.get(group));
    }

    boolean gone(String group) {
        return gone.contains(group);
    }

    boolean unanswered(String group) {
        return unanswered.contains(group);
    }
}
