package io.klamm.promql.ast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionsTest {

    @Test
    void all_areThoseOfPrometheus() {
        assertThat(Functions.all()).hasSize(90);
        assertThat(Functions.all().stream().filter(Function::experimental)).hasSize(17);
    }

    @Test
    void find_unknown_isEmpty() {
        assertThat(Functions.find("rates")).isEmpty();
    }

    @Test
    void numberOfArguments_ofOptionalOnes() {
        assertThat(limits("rate")).containsExactly(1, 1);
        assertThat(limits("round")).containsExactly(1, 2);
        assertThat(limits("hour")).containsExactly(0, 1);
        assertThat(limits("label_join")).containsExactly(3, Integer.MAX_VALUE);
        assertThat(limits("histogram_quantiles")).containsExactly(3, 12);
        assertThat(limits("time")).containsExactly(0, 0);
    }

    @Test
    void argType_ofRepeatedOnes_isTheLast() {
        Function join = Functions.find("label_join").orElseThrow();
        assertThat(join.argType(0)).isEqualTo(ValueType.VECTOR);
        assertThat(join.argType(9)).isEqualTo(ValueType.STRING);
    }

    private static List<Integer> limits(String name) {
        Function function = Functions.find(name).orElseThrow();
        return List.of(function.minArgs(), function.maxArgs());
    }
}
