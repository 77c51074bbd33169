package io.klamm.cmd.server;

import io.klamm.lag.journal.Entry;
import io.klamm.lag.journal.JournalConfig;
import io.klamm.lag.journal.JournalReader;
import io.klamm.model.commit.CommitBatch;
import io.klamm.model.commit.CommitSink;
import io.klamm.model.verdict.GroupVerdict.Source;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the judges what the journal remembers, so that they do not start blind. */
final class Restoring {

    private static final Logger log = LoggerFactory.getLogger(Restoring.class);

    /** Longer than any usual window, so that what lies behind is known too. */
    private static final Duration BACK = Duration.ofMinutes(30);

    private final ClusterJudges judges;
    private final JournalConfig journal;
    private final boolean readsOffsets;
    private long cycles;

    Restoring(ClusterJudges judges, JournalConfig journal, boolean readsOffsets) {
        this.judges = judges;
        this.journal = journal;
        this.readsOffsets = readsOffsets;
    }

    void restore(Instant now) {
        try {
            List<String> damages =
                    new JournalReader(journal.directory()).read(now.minus(BACK).toEpochMilli(), this::take);
            damages.forEach(damage -> log.warn("journal {}: {}", journal.directory(), damage));
            log.info("journal {}: {} cycles remembered", journal.directory(), cycles);
        } catch (IOException e) {
            log.warn("journal {}: not readable, history begins now: {}", journal.directory(), e.toString());
        }
    }

    private void take(Entry entry) {
        if (entry instanceof Entry.Cycle cycle) {
            cycles++;
            judges.observe(cycle.snapshot());
        } else if (entry instanceof Entry.Commits commits) {
            take(commits, judges.keeper());
            take(commits, judges.burrow());
        } else if (entry instanceof Entry.Counted counted) {
            judges.keeper().answer(counted.range(), counted.records());
        } else if (entry instanceof Entry.Deleted deleted) {
            judges.keeper().groupDeleted(deleted.group(), deleted.atMillis());
            judges.burrow().groupDeleted(deleted.group(), deleted.atMillis());
        }
    }

    /** Commits to Kafka come again, and all of them, from the offsets topic. */
    private void take(Entry.Commits commits, CommitSink sink) {
        CommitBatch batch = new CommitBatch(Math.max(1, commits.commits().size()));
        for (Entry.Commit commit : commits.commits()) {
            if (commit.source() != Source.OFFSETS_TOPIC || !readsOffsets) {
                batch.add(
                        sink.target(
                                commit.source(),
                                commit.group(),
                                commit.partition().topic(),
                                commit.partition().partition()),
                        commit.offset(),
                        commit.timeMillis(),
                        commit.order());
            }
        }
        sink.accept(batch);
    }
}
