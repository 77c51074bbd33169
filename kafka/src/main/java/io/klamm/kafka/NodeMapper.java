package io.klamm.kafka;

import io.klamm.model.LogDir;
import io.klamm.model.Quorum;
import io.klamm.model.TopicPartition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.QuorumInfo;

/** From Kafka's descriptions of disks and quorum to ours. Pure. */
final class NodeMapper {

    private NodeMapper() {}

    static LogDir logDir(int broker, String path, LogDirDescription dir, Predicate<String> topics) {
        List<LogDir.Replica> replicas = new ArrayList<>();
        dir.replicaInfos().forEach((partition, info) -> {
            if (topics.test(partition.topic())) {
                replicas.add(new LogDir.Replica(
                        new TopicPartition(partition.topic(), partition.partition()),
                        info.size(),
                        info.offsetLag(),
                        info.isFuture()));
            }
        });
        replicas.sort(Comparator.comparing(LogDir.Replica::partition));
        String error = dir.error() == null ? null : Advice.reason(dir.error());
        return new LogDir(broker, path, dir.totalBytes(), dir.usableBytes(), error, replicas);
    }

    static Quorum quorum(QuorumInfo info) {
        List<Quorum.Member> members = new ArrayList<>();
        info.voters().forEach(state -> members.add(member(state, true)));
        info.observers().forEach(state -> members.add(member(state, false)));
        members.sort(Comparator.comparing(Quorum.Member::voter).reversed().thenComparingInt(Quorum.Member::nodeId));
        return new Quorum(info.leaderId(), info.leaderEpoch(), info.highWatermark(), members);
    }

    private static Quorum.Member member(QuorumInfo.ReplicaState state, boolean voter) {
        return new Quorum.Member(
                state.replicaId(),
                voter,
                state.logEndOffset(),
                state.lastFetchTimestamp(),
                state.lastCaughtUpTimestamp());
    }
}
