package io.klamm.scrape.targets;

import io.klamm.model.series.Labels;

/** What relabelling made of something that discovery found. */
public sealed interface TargetOutcome {

    /** It is to be scraped. */
    record Active(Target target) implements TargetOutcome {}

    /** The rules drop it. */
    record Dropped(Labels discovered) implements TargetOutcome {}

    /** It cannot be scraped as it is; the reason is Prometheus's. */
    record Invalid(Labels discovered, String reason) implements TargetOutcome {}
}
