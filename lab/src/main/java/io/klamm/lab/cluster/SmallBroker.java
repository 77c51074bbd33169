package io.klamm.lab.cluster;

import java.util.Map;
import java.util.TreeMap;

/** The settings that let a broker live in a heap of 192 MB and on a small disk. */
final class SmallBroker {

    private SmallBroker() {}

    static Map<String, String> settings(int brokers) {
        String replicas = Integer.toString(Math.min(3, brokers));
        String inSync = Integer.toString(Math.min(2, brokers));
        Map<String, String> settings = new TreeMap<>();
        // The default of 128 MiB alone would end a heap of this size at start.
        settings.put("log.cleaner.dedupe.buffer.size", "2097152");
        settings.put("log.cleaner.threads", "1");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("num.recovery.threads.per.data.dir", "1");
        // A lab that is forgotten must not fill the disk: at most 256 MiB for each replica.
        settings.put("log.segment.bytes", "33554432");
        settings.put("log.retention.bytes", "268435456");
        settings.put("log.index.size.max.bytes", "1048576");
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("offsets.topic.num.partitions", "10");
        settings.put("offsets.topic.replication.factor", replicas);
        settings.put("transaction.state.log.num.partitions", "5");
        settings.put("transaction.state.log.replication.factor", replicas);
        settings.put("transaction.state.log.min.isr", inSync);
        settings.put("share.coordinator.state.topic.num.partitions", "5");
        settings.put("share.coordinator.state.topic.replication.factor", replicas);
        settings.put("share.coordinator.state.topic.min.isr", inSync);
        // A killed broker is noticed after 6 s instead of 9 s.
        settings.put("broker.session.timeout.ms", "6000");
        return settings;
    }
}
