package io.klamm.lag.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.ClusterSnapshot;
import io.klamm.model.ComponentStatus;
import io.klamm.model.TopicPartition;
import io.klamm.model.commit.CommitBatch;
import io.klamm.model.commit.CommitSink;
import io.klamm.model.commit.CommitTarget;
import io.klamm.model.verdict.GroupVerdict.Source;
import io.klamm.testing.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal as the server uses it: told of cycles and commits, closed, read again. */
class JournalTest {

    @TempDir
    private Path dir;

    private final ManualClock clock = new ManualClock(Told.START);

    private Journal journal() {
        return new Journal(new JournalConfig(dir.resolve("main"), Duration.ofHours(1), 1 << 20), "main", clock);
    }

    private List<Entry> read() throws IOException {
        List<Entry> entries = new ArrayList<>();
        assertThat(new JournalReader(dir.resolve("main")).read(0, entries::add)).isEmpty();
        return entries;
    }

    private static Entry.Commit commit(long offset, long order) {
        return new Entry.Commit(Source.OFFSETS_TOPIC, "g", new TopicPartition("t", 0), offset, 1000 + order, order);
    }

    private static void commit(CommitSink sink, CommitTarget target, long... offsets) {
        CommitBatch batch = new CommitBatch(100);
        for (int i = 0; i < offsets.length; i++) {
            batch.add(target, offsets[i], 1000 + i, i);
        }
        sink.accept(batch);
    }

    @Test
    void journal_cyclesAndCommits_areRead() throws IOException {
        ClusterSnapshot first = new Told(1).snapshot(1);
        ClusterSnapshot second = new Told(2).snapshot(2);
        try (Journal journal = journal()) {
            journal.start();
            journal.observed(first);
            CommitTarget target = journal.commits().target(Source.OFFSETS_TOPIC, "g", "t", 0);
            commit(journal.commits(), target, 5, 6, 7);
            journal.commits().groupDeleted("old", 77);
            journal.observed(second);
        }
        assertThat(read())
                .containsExactly(
                        new Entry.Cycle(first),
                        new Entry.Commits(List.of(commit(7, 2))),
                        new Entry.Deleted("old", 77),
                        new Entry.Cycle(second));
    }

    @Test
    void tap_groupWentBack_keepsTheLowestAndTheNewest() {
        CommitTap tap = new CommitTap(10);
        CommitTarget target = tap.target(Source.OFFSETS_TOPIC, "g", "t", 0);
        commit(tap, target, 500, 300, 100, 200, 600);
        assertThat(tap.take()).containsExactly(new Entry.Commits(List.of(commit(100, 2), commit(600, 4))));
        commit(tap, target, 700);
        assertThat(tap.take()).containsExactly(new Entry.Commits(List.of(commit(700, 0))));
        assertThat(tap.take()).isEmpty();
    }

    @Test
    void tap_deletedAndCommittedAgain_keepsBoth() {
        CommitTap tap = new CommitTap(10);
        commit(tap, tap.target(Source.OFFSETS_TOPIC, "g", "t", 0), 500, CommitBatch.DELETED, 3);
        assertThat(tap.take())
                .containsExactly(new Entry.Commits(List.of(commit(CommitBatch.DELETED, 1), commit(3, 2))));
    }

    @Test
    void tap_tooManyPartitions_countsThoseBeyond() {
        CommitTap tap = new CommitTap(2);
        for (int i = 0; i < 5; i++) {
            commit(tap, tap.target(Source.OFFSETS_TOPIC, "g", "t", i), 1);
        }
        assertThat(tap.dropped()).isEqualTo(3);
        assertThat(tap.take()).hasSize(1);
    }

    @Test
    void journal_diskDoesNotTakeCycles_leavesThemOutAndSaysSo() {
        try (Journal journal = journal()) {
            // Not started: as with a disk that hangs, nothing is taken from the queue.
            for (int i = 0; i < 10; i++) {
                journal.observed(new Told(i).snapshot(i));
            }
            ComponentStatus status = journal.status();
            assertThat(status.state()).isEqualTo(ComponentStatus.State.ERROR);
            assertThat(status.counts()).containsEntry("cycles_left_out", 6L);
        }
    }

    @Test
    void journal_directoryIsAFile_failsAndCounts() throws IOException {
        Files.writeString(dir.resolve("main"), "in the way");
        Journal journal = journal();
        try (journal) {
            journal.start();
            journal.observed(new Told(1).snapshot(1));
        }
        assertThat(journal.status().failures()).isEqualTo(1);
        assertThat(journal.status().lastError()).contains("main");
    }

    @Test
    void journal_closedTwiceOrNeverStarted_isFine() {
        Journal journal = journal();
        journal.close();
        journal.close();
        journal.start();
        assertThat(journal.status().state()).isEqualTo(ComponentStatus.State.STARTING);
    }
}
