package io.klamm.discovery.file;

import io.klamm.config.Section;
import io.klamm.discovery.group.Found;
import io.klamm.discovery.group.SourceConfig;
import io.klamm.discovery.group.SourceContext;
import io.klamm.discovery.group.TargetGroup;
import io.klamm.discovery.group.TargetSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Targets that are written in the configuration: {@code static_configs}. */
public record StaticConfig(List<TargetGroup> groups) implements SourceConfig {

    private static final Duration NEVER_AGAIN = Duration.ofDays(36_500);

    public StaticConfig {
        groups = List.copyOf(groups);
    }

    /** All items of a job's {@code static_configs}. */
    public static StaticConfig of(List<TargetGroup> groups) {
        return new StaticConfig(IntStream.range(0, groups.size())
                .mapToObj(index -> groups.get(index).from(String.valueOf(index)))
                .toList());
    }

    /** One item. */
    public static TargetGroup bind(Section section) {
        TargetGroup group = TargetGroup.bind(section);
        group.targets().stream()
                .map(target -> target.get(TargetGroup.ADDRESS))
                .filter(address -> address.contains("/"))
                .forEach(address -> section.problem(
                        "targets",
                        "\"" + address
                                + "\" is not a valid hostname (expected: host:port, without a scheme or a path)"));
        return group;
    }

    @Override
    public TargetSource open(SourceContext context) {
        return new TargetSource() {
            @Override
            public String name() {
                return "static";
            }

            @Override
            public Duration interval() {
                return NEVER_AGAIN;
            }

            @Override
            public CompletableFuture<Found> look() {
                return CompletableFuture.completedFuture(Found.all(groups));
            }

            @Override
            public void close() {}
        };
    }
}
