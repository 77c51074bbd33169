package io.klamm.model.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CommitBatchTest {

    private static final class Target implements CommitTarget {

        @Override
        public boolean live() {
            return true;
        }
    }

    private static CommitBatch two() {
        CommitBatch batch = new CommitBatch(3);
        batch.add(new Target(), 1, 2, 3);
        batch.add(new Target(), 4, 5, 6);
        return batch;
    }

    @Test
    void to_otherTargets_areTheSameCommits() {
        CommitTarget[] others = {new Target(), new Target()};

        CommitBatch same = two().to(others);

        assertThat(same.size()).isEqualTo(2);
        assertThat(same.target(1)).isSameAs(others[1]);
        assertThat(same.offset(1)).isEqualTo(4);
        assertThat(same.timeMillis(1)).isEqualTo(5);
        assertThat(same.order(1)).isEqualTo(6);
        assertThat(same.isFull()).isTrue();
    }

    @Test
    void to_tooFewTargets_isRefused() {
        CommitBatch batch = two();

        assertThatThrownBy(() -> batch.to(new CommitTarget[] {new Target()}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("targets: 1 (expected: 2)");
    }
}
