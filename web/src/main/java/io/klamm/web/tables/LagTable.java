package io.klamm.web.tables;

import io.klamm.model.ClusterLag;
import io.klamm.model.GroupLag;
import io.klamm.model.PartitionLag;
import io.klamm.model.verdict.ClusterVerdicts;
import io.klamm.model.verdict.GroupVerdict;
import io.klamm.model.verdict.PartitionVerdicts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lag by group and partition, sorted by group, topic and number; found by group and by topic without looking at every row. */
public final class LagTable {

    private final Map<String, GroupLag> byGroup = new HashMap<>();
    private final Map<String, List<GroupOnTopic>> byTopic = new HashMap<>();
    private final List<GroupOnTopic> all = new ArrayList<>();
    private final ClusterVerdicts verdicts;

    LagTable(ClusterLag lag, ClusterVerdicts verdicts) {
        this.verdicts = verdicts;
        for (GroupLag group : lag.groups()) {
            byGroup.put(group.group().id(), group);
            add(group);
        }
    }

    private void add(GroupLag group) {
        List<PartitionLag> partitions = group.partitions();
        int from = 0;
        while (from < partitions.size()) {
            String topic = partitions.get(from).partition().topic();
            int to = from + 1;
            while (to < partitions.size()
                    && partitions.get(to).partition().topic().equals(topic)) {
                to++;
            }
            GroupOnTopic part = new GroupOnTopic(group, partitions.subList(from, to));
            byTopic.computeIfAbsent(topic, name -> new ArrayList<>()).add(part);
            all.add(part);
            from = to;
        }
    }

    public @Nullable GroupLag group(String id) {
        return byGroup.get(id);
    }

    /** What is said of a group as a whole, empty for one that is not judged. */
    public Optional<GroupVerdict> verdict(String id) {
        return verdicts.of(id);
    }

    /** The groups that read a topic or have committed on it, by id. */
    public List<GroupOnTopic> topic(String name) {
        return byTopic.getOrDefault(name, List.of());
    }

    /** One page of rows; null leaves a filter out. */
    public Page<LagRow> page(PageRequest request, @Nullable String group, @Nullable String topic) {
        List<GroupOnTopic> parts = topic == null ? all : topic(topic);
        if (group != null) {
            parts = parts.stream()
                    .filter(part -> part.group().group().id().equals(group))
                    .toList();
        }
        return page(request, parts);
    }

    private Page<LagRow> page(PageRequest request, List<GroupOnTopic> parts) {
        List<LagRow> rows = new ArrayList<>();
        long position = 0;
        long end = request.firstRow() + request.pageSize();
        for (GroupOnTopic part : parts) {
            int size = part.partitions().size();
            int from = (int) Math.max(0, Math.min(size, request.firstRow() - position));
            int to = (int) Math.max(0, Math.min(size, end - position));
            Optional<GroupVerdict> verdict = verdicts.of(part.group().group().id());
            for (PartitionLag lag : part.partitions().subList(from, Math.max(from, to))) {
                rows.add(new LagRow(
                        part.group(), lag, verdict.flatMap(said -> PartitionVerdicts.find(said, lag.partition()))));
            }
            position += size;
        }
        return new Page<>(request.page(), request.pageSize(), (int) position, rows);
    }
}
