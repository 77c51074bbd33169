package io.klamm.web.burrow;

import io.klamm.model.burrow.BurrowGroupStatus;
import io.klamm.model.burrow.BurrowPartition;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/** What Burrow knows of one cluster, at this moment. Names are as Kafka spells them. */
public interface BurrowView {

    String cluster();

    /** Topics whose end offsets are known, sorted. */
    List<String> topics();

    /** The newest end offset of each partition, in order; empty for a topic that is not known. */
    Optional<List<OptionalLong>> ends(String topic);

    /** All groups, sorted. */
    List<String> groups();

    /** The groups that have something on a topic, sorted. */
    List<String> groupsOf(String topic);

    /** What is stored of a group, by topic and in the order of partitions; empty for one that is not known. */
    Optional<SortedMap<String, List<BurrowPartition>>> group(String name);

    /** The verdict on a group, {@link io.klamm.model.burrow.BurrowStatus#NOTFOUND} for one that is not known. */
    BurrowGroupStatus status(String group);

    /** Forgets a group. */
    void removed(String group);

    /** Forgets what a group has on a topic. */
    void removed(String group, String topic);
}
