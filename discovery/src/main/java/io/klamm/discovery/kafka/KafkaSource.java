package io.klamm.discovery.kafka;

import io.klamm.discovery.group.BrokerList;
import io.klamm.discovery.group.Found;
import io.klamm.discovery.group.TargetGroup;
import io.klamm.discovery.group.TargetSource;
import io.klamm.model.Broker;
import io.klamm.model.series.Labels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One target beside each broker, fenced ones too: their exporters say why they are. */
final class KafkaSource implements TargetSource {

    private static final String PREFIX = "__meta_kafka_";

    private final KafkaConfig config;
    private final PortTemplate port;
    private final BrokerList brokers;

    KafkaSource(KafkaConfig config, BrokerList brokers) {
        this.config = config;
        this.port = new PortTemplate(config.port());
        this.brokers = brokers;
    }

    @Override
    public String name() {
        return "kafka " + config.cluster();
    }

    @Override
    public Duration interval() {
        return config.refreshInterval();
    }

    @Override
    public CompletableFuture<Found> look() {
        Optional<List<Broker>> known = brokers.brokers(config.cluster());
        return CompletableFuture.completedFuture(known.map(this::found)
                .orElseGet(() -> Found.failed(
                        "kafka cluster " + config.cluster() + ": not seen yet (expected: a cluster that is watched)")));
    }

    private Found found(List<Broker> list) {
        List<Labels> targets = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Broker broker : list) {
            Optional<String> found = broker.host().isEmpty() ? Optional.empty() : port.port(broker);
            if (found.isPresent()) {
                targets.add(target(broker, found.get()));
            } else {
                problems.add(
                        "broker " + broker.id() + " of " + config.cluster() + ": no address by port " + config.port());
            }
        }
        TargetGroup group =
                new TargetGroup("kafka/" + config.cluster(), targets, Labels.of(PREFIX + "cluster", config.cluster()));
        return new Found(Optional.of(List.of(group)), problems);
    }

    private static Labels target(Broker broker, String port) {
        String host = broker.host();
        String address = (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        String rack = broker.rack();
        return Labels.of(
                TargetGroup.ADDRESS,
                address,
                PREFIX + "broker_id",
                String.valueOf(broker.id()),
                PREFIX + "broker_host",
                host,
                PREFIX + "broker_port",
                String.valueOf(broker.port()),
                PREFIX + "broker_rack",
                rack == null ? "" : rack,
                PREFIX + "broker_fenced",
                String.valueOf(broker.fenced()));
    }

    @Override
    public void close() {}
}
