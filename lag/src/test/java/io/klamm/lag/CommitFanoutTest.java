package io.klamm.lag;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.commit.CommitBatch;
import io.klamm.model.commit.CommitSink;
import io.klamm.model.commit.CommitTarget;
import io.klamm.model.verdict.GroupVerdict.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CommitFanoutTest {

    /** Keeps all offsets by name, and forgets when told to. */
    private static final class Keeping implements CommitSink {

        private final Map<String, Kept> kept = new HashMap<>();

        private static final class Kept implements CommitTarget {

            private final List<Long> offsets = new ArrayList<>();
            private boolean live = true;

            @Override
            public boolean live() {
                return live;
            }
        }

        List<Long> offsets(String name) {
            return Objects.requireNonNull(kept.get(name)).offsets;
        }

        @Override
        public CommitTarget target(Source source, String group, String topic, int partition) {
            return kept.computeIfAbsent(group + "/" + topic + "/" + partition, name -> new Kept());
        }

        @Override
        public void accept(CommitBatch batch) {
            for (int i = 0; i < batch.size(); i++) {
                ((Kept) batch.target(i)).offsets.add(batch.offset(i) * 1000 + batch.order(i) + batch.timeMillis(i));
            }
        }

        @Override
        public void groupDeleted(String group, long atMillis) {
            kept.values().forEach(target -> target.live = false);
            kept.clear();
        }
    }

    private final Keeping first = new Keeping();
    private final Keeping second = new Keeping();
    private final CommitFanout fanout = new CommitFanout(List.of(first, second));

    @Test
    void accept_manyCommits_reachAllSinksInOrder() {
        CommitTarget a = fanout.target(Source.OFFSETS_TOPIC, "g", "t", 0);
        CommitTarget b = fanout.target(Source.OFFSETS_TOPIC, "g", "t", 1);
        CommitBatch batch = new CommitBatch(5000);
        List<Long> expected = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            batch.add(i % 2 == 0 ? a : b, i, 3, 4);
            if (i % 2 == 0) {
                expected.add(i * 1000L + 7);
            }
        }
        fanout.accept(batch);
        for (Keeping sink : List.of(first, second)) {
            assertThat(sink.offsets("g/t/0")).isEqualTo(expected);
            assertThat(sink.offsets("g/t/1")).hasSize(2500);
        }
    }

    @Test
    void live_oneSinkHasForgotten_isFalse() {
        CommitTarget target = fanout.target(Source.OFFSETS_TOPIC, "g", "t", 0);
        assertThat(target.live()).isTrue();
        second.groupDeleted("g", 1);
        assertThat(target.live()).isFalse();
        assertThat(fanout.target(Source.OFFSETS_TOPIC, "g", "t", 0).live()).isTrue();
    }

    @Test
    void groupDeleted_reachesAllSinks() {
        fanout.target(Source.ZOOKEEPER, "g", "t", 0);
        fanout.groupDeleted("g", 1);
        assertThat(first.kept).isEmpty();
        assertThat(second.kept).isEmpty();
    }
}
