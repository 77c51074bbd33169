package io.klamm.discovery.dns;

import io.klamm.config.Format;
import io.klamm.config.Range;
import io.klamm.config.Section;
import io.klamm.discovery.group.SourceConfig;
import io.klamm.discovery.group.SourceContext;
import io.klamm.discovery.group.TargetSource;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Targets from DNS: an item of {@code dns_sd_configs}.
 *
 * @param type {@code SRV}, {@code A}, {@code AAAA}, {@code MX} or {@code NS}
 * @param port of the targets, except for SRV, whose records have their own; 0 for SRV
 */
public record DnsConfig(List<String> names, String type, int port, Duration refreshInterval) implements SourceConfig {

    private static final Duration REFRESH = Duration.ofSeconds(30);
    private static final List<String> TYPES =
            Arrays.stream(RecordType.values()).map(RecordType::name).toList();

    public DnsConfig {
        names = List.copyOf(names);
    }

    /** One item; problems are noted in the section. */
    public static DnsConfig bind(Section section) {
        List<String> names = section.strings("names");
        if (names.isEmpty()) {
            section.problem("names", "DNS-SD config must contain at least one SRV record name");
        }
        String type = section.value(
                "type",
                Format.of(
                        "one of " + String.join(", ", TYPES),
                        text -> TYPES.stream().filter(text::equalsIgnoreCase).findFirst()),
                RecordType.SRV.name());
        int port = section.integer("port", 0, Range.PORT);
        if (port == 0 && !type.equals(RecordType.SRV.name())) {
            section.problem("a port is required in DNS-SD configs for all record types except SRV");
        }
        return new DnsConfig(names, type, port, section.duration("refresh_interval", REFRESH));
    }

    @Override
    public TargetSource open(SourceContext context) {
        return new DnsSource(this, new JndiResolver(), SearchList.ofSystem(), context.workers());
    }
}
