package io.klamm.scrape.targets;

import io.klamm.config.Durations;
import io.klamm.discovery.group.TargetGroup;
import io.klamm.model.series.Labels;
import io.klamm.model.series.LabelsBuilder;
import io.klamm.scrape.config.ScrapeConfig;
import io.klamm.scrape.relabel.Relabelling;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the targets of one job out of what discovery finds. */
public final class TargetBuilder {

    private static final String SCHEME = "__scheme__";
    private static final String PATH = "__metrics_path__";
    private static final String INTERVAL = "__scrape_interval__";
    private static final String TIMEOUT = "__scrape_timeout__";
    private static final String PARAM = "__param_";
    private static final String META = "__meta_";
    private static final String HIDDEN = "__";
    private static final String INSTANCE = "instance";
    private static final String JOB = "job";

    private final ScrapeConfig config;
    private final Relabelling relabelling;

    public TargetBuilder(ScrapeConfig config) {
        this.config = config;
        this.relabelling = Relabelling.of(config.relabelling());
    }

    /** All targets of the groups, in their order. */
    public List<TargetOutcome> build(List<TargetGroup> groups) {
        return groups.stream()
                .flatMap(group -> group.targets().stream().map(group::labelsOf))
                .map(this::build)
                .toList();
    }

    /** The labels with which relabelling begins. */
    public Labels discovered(Labels found) {
        LabelsBuilder labels = found.builder();
        setIfAbsent(labels, JOB, config.jobName());
        setIfAbsent(labels, INTERVAL, Durations.text(config.interval()));
        setIfAbsent(labels, TIMEOUT, Durations.text(config.timeout()));
        setIfAbsent(labels, PATH, config.metricsPath());
        setIfAbsent(labels, SCHEME, config.scheme());
        config.params().forEach((name, values) -> {
            if (!values.isEmpty()) {
                labels.set(PARAM + name, values.get(0));
            }
        });
        return labels.build();
    }

    private static void setIfAbsent(LabelsBuilder labels, String name, String value) {
        if (labels.get(name).isEmpty()) {
            labels.set(name, value);
        }
    }

    private TargetOutcome build(Labels found) {
        Labels discovered = discovered(found);
        LabelsBuilder labels = discovered.builder();
        if (!relabelling.apply(labels)) {
            return new TargetOutcome.Dropped(discovered);
        }
        try {
            return new TargetOutcome.Active(target(discovered, labels));
        } catch (IllegalArgumentException e) {
            return new TargetOutcome.Invalid(discovered, String.valueOf(e.getMessage()));
        }
    }

    private Target target(Labels discovered, LabelsBuilder labels) {
        String address = labels.get(TargetGroup.ADDRESS);
        if (address.isEmpty()) {
            throw new IllegalArgumentException("no address");
        }
        if (address.contains("/")) {
            throw new IllegalArgumentException("\"" + address + "\" is not a valid hostname");
        }
        Duration interval = duration(labels.get(INTERVAL), "interval");
        Duration timeout = duration(labels.get(TIMEOUT), "timeout");
        if (timeout.compareTo(interval) > 0) {
            throw new IllegalArgumentException("scrape timeout cannot be greater than scrape interval (\""
                    + labels.get(TIMEOUT) + "\" > \"" + labels.get(INTERVAL) + "\")");
        }
        without(labels, META);
        setIfAbsent(labels, INSTANCE, address);
        Labels all = labels.build();
        URI url = url(all, address);
        return new Target(discovered, all, without(all.builder(), HIDDEN).build(), url, interval, timeout);
    }

    private static Duration duration(String text, String what) {
        Optional<Duration> duration = Durations.parse(text);
        if (duration.isEmpty()) {
            throw new IllegalArgumentException(
                    "error parsing scrape " + what + ": not a valid duration string: \"" + text + "\"");
        }
        if (duration.get().isZero()) {
            throw new IllegalArgumentException("scrape " + what + " cannot be 0");
        }
        return duration.get();
    }

    private static LabelsBuilder without(LabelsBuilder labels, String prefix) {
        Labels all = labels.build();
        for (int i = 0; i < all.size(); i++) {
            if (all.name(i).startsWith(prefix)) {
                labels.remove(all.name(i));
            }
        }
        return labels;
    }

    private URI url(Labels all, String address) {
        Map<String, List<String>> params = TargetParams.of(config.params(), all, PARAM);
        String query = TargetParams.query(params);
        try {
            String path = new URI(null, null, all.get(PATH), null).getRawPath();
            String separator = path.startsWith("/") || path.isEmpty() ? "" : "/";
            return new URI(all.get(SCHEME) + "://" + address + separator + path + (query.isEmpty() ? "" : "?" + query));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "\"" + all.get(SCHEME) + "://" + address + all.get(PATH) + "\" is not an address: " + e.getReason(),
                    e);
        }
    }
}
