package io.klamm.lag;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.ClusterSnapshot;
import io.klamm.model.Group;
import io.klamm.model.GroupOffset;
import io.klamm.model.GroupType;
import io.klamm.model.TopicPartition;
import io.klamm.model.commit.CommitBatch;
import io.klamm.model.commit.CommitSink;
import io.klamm.model.commit.CommitTarget;
import io.klamm.model.verdict.GroupVerdict.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AdminCommitsTest {

    private static final Instant START = Instant.ofEpochMilli(1_000_000);

    private final Noted noted = new Noted();
    private final AdminCommits commits = new AdminCommits(noted);
    private int cycle;

    /** Notes what comes as text: {@code group/topic-partition=offset@seconds}. */
    private static final class Noted implements CommitSink {

        private final List<String> lines = new ArrayList<>();

        private static final class Target implements CommitTarget {

            private final String name;
            private boolean live = true;

            Target(String name) {
                this.name = name;
            }

            @Override
            public boolean live() {
                return live;
            }
        }

        private final List<Target> targets = new ArrayList<>();

        @Override
        public CommitTarget target(Source source, String group, String topic, int partition) {
            assertThat(source).isEqualTo(Source.ADMIN_API);
            Target target = new Target(group + "/" + topic + "-" + partition);
            targets.add(target);
            return target;
        }

        @Override
        public void accept(CommitBatch batch) {
            for (int i = 0; i < batch.size(); i++) {
                assertThat(batch.order(i)).isEqualTo(batch.timeMillis(i));
                lines.add(((Target) batch.target(i)).name + "=" + batch.offset(i) + "@"
                        + (batch.timeMillis(i) - START.toEpochMilli()) / 1000);
            }
        }

        @Override
        public void groupDeleted(String group, long atMillis) {
            throw new AssertionError("not to be called");
        }

        List<String> take() {
            List<String> taken = List.copyOf(lines);
            lines.clear();
            return taken;
        }
    }

    private static Optional<List<GroupOffset>> offsets(long... each) {
        List<GroupOffset> offsets = new ArrayList<>();
        for (int i = 0; i < each.length; i++) {
            offsets.add(new GroupOffset(new TopicPartition("t", i), each[i], OptionalLong.empty()));
        }
        return Optional.of(offsets);
    }

    private void observe(String group, GroupType type, Optional<List<GroupOffset>> offsets) {
        Instant now = START.plusSeconds(15L * ++cycle);
        Group only = new Group(group, type, "Stable", "", 1, List.of(), offsets, now);
        commits.observe(new ClusterSnapshot(
                "c",
                "id",
                cycle,
                now,
                Duration.ZERO,
                1,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(only),
                List.of()));
    }

    @Test
    void observe_onlyWhatChanges_isACommit() {
        observe("g", GroupType.CLASSIC, offsets(5, 7));
        assertThat(noted.take()).containsExactly("g/t-0=5@15", "g/t-1=7@15");
        observe("g", GroupType.CLASSIC, offsets(5, 9));
        assertThat(noted.take()).containsExactly("g/t-1=9@30");
        observe("g", GroupType.CLASSIC, offsets(3, 9));
        assertThat(noted.take()).containsExactly("g/t-0=3@45");
        assertThat(commits.groups()).containsExactly("g");
    }

    @Test
    void observe_offsetsNotReadable_staysAsItWas() {
        observe("g", GroupType.CLASSIC, offsets(5));
        observe("g", GroupType.CLASSIC, Optional.empty());
        observe("g", GroupType.CLASSIC, offsets(5));
        assertThat(noted.take()).hasSize(1);
    }

    @Test
    void observe_forgottenBySink_asksAnewAndTellsAgain() {
        observe("g", GroupType.CLASSIC, offsets(5));
        noted.targets.get(0).live = false;
        observe("g", GroupType.CLASSIC, offsets(5));
        assertThat(noted.take()).containsExactly("g/t-0=5@15", "g/t-0=5@30");
    }

    @Test
    void observe_shareGroup_hasNoCommits() {
        observe("s", GroupType.SHARE, offsets(5));
        assertThat(noted.take()).isEmpty();
        assertThat(commits.groups()).isEmpty();
    }

    @Test
    void forget_tellsEverythingAgain() {
        observe("g", GroupType.CONSUMER, offsets(5));
        commits.forget();
        observe("g", GroupType.CONSUMER, offsets(5));
        assertThat(noted.take()).hasSize(2);
    }

    @Test
    void observe_manyPartitions_comeInSeveralBatches() {
        observe("g", GroupType.CLASSIC, offsets(new long[5000]));
        assertThat(noted.take()).hasSize(5000);
    }
}
