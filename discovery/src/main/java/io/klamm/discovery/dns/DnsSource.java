package io.klamm.discovery.dns;

import io.klamm.discovery.group.Found;
import io.klamm.discovery.group.TargetGroup;
import io.klamm.discovery.group.TargetSource;
import io.klamm.model.series.Labels;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Looks up names. One that no server answers for keeps the targets that it had; one that does not exist has none. */
final class DnsSource implements TargetSource {

    private static final String NAME = "__meta_dns_name";
    private static final String SRV_TARGET = "__meta_dns_srv_record_target";
    private static final String SRV_PORT = "__meta_dns_srv_record_port";
    private static final String MX_TARGET = "__meta_dns_mx_record_target";
    private static final String NS_TARGET = "__meta_dns_ns_record_target";

    private final DnsConfig config;
    private final RecordType type;
    private final Resolver resolver;
    private final SearchList search;
    private final Executor workers;
    private final Map<String, TargetGroup> last = new LinkedHashMap<>();

    DnsSource(DnsConfig config, Resolver resolver, SearchList search, Executor workers) {
        this.config = config;
        this.type = RecordType.valueOf(config.type());
        this.resolver = resolver;
        this.search = search;
        this.workers = workers;
    }

    @Override
    public String name() {
        return "dns " + type + " " + String.join(", ", config.names());
    }

    @Override
    public Duration interval() {
        return config.refreshInterval();
    }

    @Override
    public CompletableFuture<Found> look() {
        return CompletableFuture.supplyAsync(this::lookUp, workers);
    }

    private synchronized Found lookUp() {
        List<String> problems = new ArrayList<>();
        for (String name : config.names()) {
            try {
                last.put(name, group(name, records(name)));
            } catch (IOException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return new Found(Optional.of(List.copyOf(last.values())), problems);
    }

    /** The records of the first of the names that has some. */
    private List<String> records(String name) throws IOException {
        for (String whole : search.names(name)) {
            List<String> records = resolver.records(whole, type);
            if (!records.isEmpty()) {
                return records;
            }
        }
        return List.of();
    }

    private TargetGroup group(String name, List<String> records) {
        List<Labels> targets =
                records.stream().map(record -> target(name, record)).toList();
        return new TargetGroup(name, targets, Labels.EMPTY);
    }

    private Labels target(String name, String record) {
        String[] words = record.split(" ", -1);
        String target = words[words.length - 1];
        String host = target.endsWith(".") && target.length() > 1 ? target.substring(0, target.length() - 1) : target;
        return switch (type) {
            case SRV -> {
                String port = words.length > 1 ? words[words.length - 2] : "0";
                yield Labels.of(TargetGroup.ADDRESS, join(host, port), NAME, name, SRV_TARGET, target, SRV_PORT, port);
            }
            case MX -> Labels.of(TargetGroup.ADDRESS, withPort(host), NAME, name, MX_TARGET, target);
            case NS -> Labels.of(TargetGroup.ADDRESS, withPort(host), NAME, name, NS_TARGET, target);
            case A, AAAA -> Labels.of(TargetGroup.ADDRESS, withPort(target), NAME, name);
        };
    }

    private String withPort(String host) {
        return join(host, String.valueOf(config.port()));
    }

    private static String join(String host, String port) {
        return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
    }

    @Override
    public void close() {}
}
