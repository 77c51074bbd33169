package io.klamm.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameFilterTest {

    @Test
    void accepts_noPatterns_all() {
        assertThat(NameFilter.all().accepts("anything")).isTrue();
    }

    @Test
    void accepts_includeMatchesInFullOnly() {
        NameFilter filter = NameFilter.of(List.of("orders", "pay.*"), List.of());

        assertThat(List.of("orders", "payments", "pay")).allMatch(filter::accepts);
        assertThat(List.of("orders-2", "my-orders", "repay")).noneMatch(filter::accepts);
    }

    @Test
    void accepts_excludeWins() {
        NameFilter filter = NameFilter.of(List.of(".*"), List.of("__.*"));

        assertThat(filter.accepts("orders")).isTrue();
        assertThat(filter.accepts("__consumer_offsets")).isFalse();
    }

    @Test
    void memo_saysTheSame() {
        NameFilter.Memo memo = NameFilter.of(List.of("a+"), List.of("aaa")).memo();

        for (int turn = 0; turn < 2; turn++) {
            assertThat(memo.test("aa")).isTrue();
            assertThat(memo.test("aaa")).isFalse();
            assertThat(memo.test("b")).isFalse();
        }
    }
}
