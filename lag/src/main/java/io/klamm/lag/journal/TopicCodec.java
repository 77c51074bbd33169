package io.klamm.lag.journal;

import io.klamm.model.Partition;
import io.klamm.model.Retention;
import io.klamm.model.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Topics as bytes: offsets as differences to the cycle before, so that what does not move costs a byte. One for each segment. */
final class TopicCodec {

    private final Map<String, List<Partition>> before = new HashMap<>();

    void write(Output out, List<Topic> topics) {
        out.number(topics.size());
        for (Topic topic : topics) {
            out.text(topic.name());
            out.text(topic.topicId());
            out.flag(topic.internal());
            writeRetention(out, topic.retention());
            writePartitions(out, topic);
        }
        before.clear();
        topics.forEach(topic -> before.put(topic.name(), topic.partitions()));
    }

    List<Topic> read(Input in) {
        int count = in.count();
        List<Topic> topics = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String name = in.text();
            String id = in.text();
            boolean internal = in.flag();
            Optional<Retention> retention = readRetention(in);
            topics.add(new Topic(name, id, internal, readPartitions(in, name), retention));
        }
        before.clear();
        topics.forEach(topic -> before.put(topic.name(), topic.partitions()));
        return topics;
    }

    private void writePartitions(Output out, Topic topic) {
        List<Partition> old = before.getOrDefault(topic.name(), List.of());
        out.number(topic.partitions().size());
        for (int i = 0; i < topic.partitions().size(); i++) {
            Partition now = topic.partitions().get(i);
            Partition then = i < old.size() ? old.get(i) : bare(0, 0, 0, 0, 0);
            out.number(now.id() - i);
            out.number(now.leader() - then.leader());
            out.number(now.earliestOffset() - then.earliestOffset());
            out.number(now.latestOffset() - then.latestOffset());
            out.number(now.stableOffset() - now.latestOffset());
        }
    }

    private List<Partition> readPartitions(Input in, String topic) {
        List<Partition> old = before.getOrDefault(topic, List.of());
        int count = in.count();
        List<Partition> partitions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Partition then = i < old.size() ? old.get(i) : bare(0, 0, 0, 0, 0);
            int id = i + in.smallNumber();
            int leader = then.leader() + in.smallNumber();
            long earliest = then.earliestOffset() + in.number();
            long latest = then.latestOffset() + in.number();
            partitions.add(bare(id, leader, earliest, latest, latest + in.number()));
        }
        return partitions;
    }

    private static Partition bare(int id, int leader, long earliest, long latest, long stable) {
        return new Partition(
                id, leader, List.of(), List.of(), List.of(), List.of(), List.of(), earliest, latest, stable);
    }

    private static void writeRetention(Output out, Optional<Retention> retention) {
        out.flag(retention.isPresent());
        retention.ifPresent(known -> {
            out.flag(known.deletes());
            out.flag(known.compacts());
            writeLimit(out, known.millis());
            writeLimit(out, known.bytes());
        });
    }

    private static Optional<Retention> readRetention(Input in) {
        return in.flag()
                ? Optional.of(new Retention(in.flag(), in.flag(), readLimit(in), readLimit(in)))
                : Optional.empty();
    }

    private static void writeLimit(Output out, OptionalLong limit) {
        out.flag(limit.isPresent());
        limit.ifPresent(out::number);
    }

    private static OptionalLong readLimit(Input in) {
        return in.flag() ? OptionalLong.of(in.number()) : OptionalLong.empty();
    }
}
