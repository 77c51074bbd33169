package io.klamm.cmd.server;

import io.klamm.lag.journal.Entry;
import io.klamm.lag.journal.JournalConfig;
import io.klamm.lag.journal.JournalReader;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.OffsetRange;
import io.klamm.model.verdict.GroupVerdict.Source;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the judges what the journal remembers, so that they do not start blind. */
final class Restoring implements Entry.Listener {

    private static final Logger log = LoggerFactory.getLogger(Restoring.class);

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
            List<String> damages = new JournalReader(journal.directory())
                    .read(now.minus(JournalConfig.WARM_UP).toEpochMilli(), entry -> entry.tell(this));
            damages.forEach(damage -> log.warn("journal {}: {}", journal.directory(), damage));
            log.info("journal {}: {} cycles remembered", journal.directory(), cycles);
        } catch (IOException e) {
            log.warn("journal {}: not readable, history begins now: {}", journal.directory(), e.toString());
        }
    }

    @Override
    public void cycle(ClusterSnapshot snapshot) {
        cycles++;
        judges.observe(snapshot);
    }

    /** Commits to Kafka come again, and all of them, from the offsets topic. */
    @Override
    public void commits(Entry.Commits commits) {
        Predicate<Source> wanted = source -> source != Source.OFFSETS_TOPIC || !readsOffsets;
        commits.to(judges.keeper(), wanted);
        commits.to(judges.burrow(), wanted);
    }

    @Override
    public void deleted(String group, long atMillis) {
        judges.keeper().groupDeleted(group, atMillis);
        judges.burrow().groupDeleted(group, atMillis);
    }

    @Override
    public void counted(OffsetRange range, long records) {
        judges.keeper().answer(range, records);
    }
}
