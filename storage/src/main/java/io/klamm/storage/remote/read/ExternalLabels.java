package io.klamm.storage.remote.read;

import io.klamm.model.series.Labels;
import io.klamm.model.series.LabelsBuilder;
import io.klamm.storage.Matcher;
import java.util.ArrayList;
import java.util.List;

/** The labels that a server has for others only: they are on no series of its store, but on every one that it gives away. */
final class ExternalLabels {

    private final Labels labels;

    ExternalLabels(Labels labels) {
        this.labels = labels;
    }

    /** What the store must match: who asks for an external label by its value asks for series that lack it. */
    List<Matcher> inside(List<Matcher> matchers) {
        List<Matcher> inside = new ArrayList<>();
        for (Matcher matcher : matchers) {
            String value = labels.get(matcher.name());
            boolean ours = !value.isEmpty() && matcher.equals(Matcher.equal(matcher.name(), value));
            inside.add(ours ? Matcher.equal(matcher.name(), "") : matcher);
        }
        return inside;
    }

    /** A series' labels with ours, where it has none of the same name. */
    Labels outside(Labels series) {
        if (labels.isEmpty()) {
            return series;
        }
        LabelsBuilder all = labels.builder();
        for (int i = 0; i < series.size(); i++) {
            all.set(series.name(i), series.value(i));
        }
        return all.build();
    }
}
