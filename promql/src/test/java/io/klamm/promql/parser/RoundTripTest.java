package io.klamm.promql.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.promql.ast.Expr;
import io.klamm.promql.printer.ExprPrinter;
import io.klamm.promql.printer.ExprTree;
import io.klamm.promql.printer.PrettyPrinter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is printed parses to the tree that was printed. */
class RoundTripTest {

    private static final int CASES = Integer.getInteger("klamm.deep.cases", 700);

    @Test
    void randomTrees_printed_parseToThemselves() {
        long seed = 20_261_125;
        RandomExpr random = new RandomExpr(new Random(seed));
        for (int i = 0; i < CASES; i++) {
            Expr expr = random.any();
            String text = ExprPrinter.print(expr);
            Expr parsed = parsed(seed, text);
            assertThat(normal(parsed)).as("seed %s: %s", seed, text).isEqualTo(normal(expr));
            assertThat(ExprPrinter.print(parsed)).isEqualTo(text);
            assertThat(normal(parsed(seed, PrettyPrinter.print(expr))))
                    .as("seed %s, for people: %s", seed, text)
                    .isEqualTo(normal(expr));
        }
    }

    private static Expr parsed(long seed, String text) {
        try {
            return PromqlParser.parse(text, ParserOptions.EVERYTHING);
        } catch (ParseException e) {
            throw new AssertionError("seed " + seed + ": " + text, e);
        }
    }

    /** The tree with the conditions of selectors in one order: the printer sorts them. */
    private static @Nullable Object normal(Expr expr) {
        return normal(ExprTree.of(expr));
    }

    private static @Nullable Object normal(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((key, value) -> sorted.put(String.valueOf(key), normal(value)));
            return sorted;
        }
        if (tree instanceof List<?> list) {
            boolean conditions = !list.isEmpty() && list.get(0) instanceof Map<?, ?> map && map.containsKey("value");
            List<String> texts =
                    list.stream().map(one -> String.valueOf(normal(one))).toList();
            return conditions ? texts.stream().sorted().toList() : texts;
        }
        return tree;
    }
}
