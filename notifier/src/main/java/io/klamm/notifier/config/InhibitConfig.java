package io.klamm.notifier.config;

import io.klamm.model.alert.AlertMatcher;
import java.util.List;

/**
 * An inhibition: alerts of the targets are quiet while one of the sources fires whose labels are the same.
 *
 * @param name may be empty
 * @param equal names of the labels that must be the same; one that is missing is empty
 */
public record InhibitConfig(String name, List<Source> sources, List<AlertMatcher> targets, List<String> equal) {

    public InhibitConfig {
        sources = List.copyOf(sources);
        targets = List.copyOf(targets);
        equal = List.copyOf(equal);
    }

    /** What makes alerts quiet: those that match and are the same in these labels as well. */
    public record Source(List<AlertMatcher> matchers, List<String> equal) {

        public Source {
            matchers = List.copyOf(matchers);
            equal = List.copyOf(equal);
        }
    }
}
