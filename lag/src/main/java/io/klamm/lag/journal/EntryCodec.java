package io.klamm.lag.journal;

import io.klamm.model.ClusterSnapshot;
import io.klamm.model.CollectionProblem;
import io.klamm.model.OffsetRange;
import io.klamm.model.verdict.GroupVerdict;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Entries as bytes. One for each segment and direction, as later entries lean on earlier ones. */
final class EntryCodec {

    private static final int CYCLE = 1;
    private static final int COMMITS = 2;
    private static final int DELETED = 3;
    private static final int COUNTED = 4;

    private final TopicCodec topics = new TopicCodec();
    private final GroupCodec groups = new GroupCodec();
    private final Output out = new Output();
    private final Input in = new Input();

    byte[] write(Entry entry) {
        out.begin();
        if (entry instanceof Entry.Cycle cycle) {
            out.number(CYCLE);
            writeSnapshot(cycle.snapshot());
        } else if (entry instanceof Entry.Commits commits) {
            out.number(COMMITS);
            out.number(commits.commits().size());
            commits.commits().forEach(this::writeCommit);
        } else if (entry instanceof Entry.Deleted deleted) {
            out.number(DELETED);
            out.text(deleted.group());
            out.number(deleted.atMillis());
        } else if (entry instanceof Entry.Counted counted) {
            out.number(COUNTED);
            GroupCodec.writePartition(out, counted.range().partition());
            out.number(counted.range().from());
            out.number(counted.range().to());
            out.number(counted.records());
        }
        return out.toBytes();
    }

    /** The entry. Anything else is a {@link BadJournalException}. */
    Entry read(byte[] bytes) {
        in.begin(bytes);
        try {
            int kind = in.smallNumber();
            return switch (kind) {
                case CYCLE -> new Entry.Cycle(readSnapshot());
                case COMMITS -> new Entry.Commits(readCommits());
                case DELETED -> new Entry.Deleted(in.text(), in.number());
                case COUNTED ->
                    new Entry.Counted(
                            new OffsetRange(GroupCodec.readPartition(in), in.number(), in.number()), in.number());
                default -> throw new BadJournalException("entry: kind " + kind + " (expected: 1 to 4)");
            };
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            // The values check themselves: a negative partition, an empty topic, an unknown source.
            throw new BadJournalException("entry: " + e.getMessage(), e);
        }
    }

    private void writeSnapshot(ClusterSnapshot snapshot) {
        out.text(snapshot.cluster());
        out.text(snapshot.clusterId());
        out.number(snapshot.cycle());
        out.number(snapshot.takenAt().toEpochMilli());
        out.number(snapshot.took().toMillis());
        out.number(snapshot.controllerId());
        topics.write(out, snapshot.topics());
        groups.write(out, snapshot.groups());
        out.number(snapshot.problems().size());
        for (CollectionProblem problem : snapshot.problems()) {
            out.text(problem.fact());
            out.text(problem.kind());
            out.raw(problem.message());
            out.optionalText(problem.missingRight());
            out.number(problem.count());
        }
    }

    private ClusterSnapshot readSnapshot() {
        String cluster = in.text();
        String clusterId = in.text();
        long cycle = in.number();
        Instant takenAt = Instant.ofEpochMilli(in.number());
        Duration took = Duration.ofMillis(in.number());
        int controller = in.smallNumber();
        return new ClusterSnapshot(
                cluster,
                clusterId,
                cycle,
                takenAt,
                took,
                controller,
                List.of(),
                topics.read(in),
                List.of(),
                Optional.empty(),
                groups.read(in),
                readProblems());
    }

    private List<CollectionProblem> readProblems() {
        int count = in.count();
        List<CollectionProblem> problems = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            problems.add(new CollectionProblem(in.text(), in.text(), in.raw(), in.optionalText(), in.smallNumber()));
        }
        return problems;
    }

    private void writeCommit(Entry.Commit commit) {
        out.text(commit.source().name());
        out.text(commit.group());
        GroupCodec.writePartition(out, commit.partition());
        out.number(commit.offset());
        out.number(commit.timeMillis());
        out.number(commit.order());
    }

    private List<Entry.Commit> readCommits() {
        int count = in.count();
        List<Entry.Commit> commits = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            commits.add(new Entry.Commit(
                    GroupVerdict.Source.valueOf(in.text()),
                    in.text(),
                    GroupCodec.readPartition(in),
                    in.number(),
                    in.number(),
                    in.number()));
        }
        return commits;
    }
}
