package io.klamm.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
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

    @Test
    void anywhere_partOfAName_isEnough() {
        NameFilter filter = NameFilter.anywhere(Optional.of("shop"), Optional.of("-test$"));

        assertThat(filter.accepts("my-shop-1")).isTrue();
        assertThat(filter.accepts("my-shop-test")).isFalse();
        assertThat(filter.accepts("bank")).isFalse();
        assertThat(filter).isEqualTo(NameFilter.anywhere(Optional.of("shop"), Optional.of("-test$")));
        assertThat(filter).isNotEqualTo(NameFilter.of(List.of("shop"), List.of("-test$")));
    }

    @Test
    void andOr_twoFilters_asTheWordsSay() {
        NameFilter a = NameFilter.anywhere(Optional.of("a"), Optional.empty());
        NameFilter b = NameFilter.of(List.of(".*b.*"), List.of());

        assertThat(a.and(b).accepts("ab")).isTrue();
        assertThat(a.and(b).accepts("a")).isFalse();
        assertThat(a.or(b).accepts("b")).isTrue();
        assertThat(a.or(b).accepts("c")).isFalse();
    }
}
