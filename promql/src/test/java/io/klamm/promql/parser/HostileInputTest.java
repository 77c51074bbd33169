package io.klamm.promql.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.klamm.promql.ast.DurationException;
import io.klamm.promql.ast.DurationResolver;
import io.klamm.promql.ast.Expr;
import io.klamm.promql.printer.ExprPrinter;
import io.klamm.promql.printer.ExprTree;
import io.klamm.promql.printer.PrettyPrinter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the text, all that comes out is a tree or a {@link ParseException}. */
class HostileInputTest {

    private static final int CASES = Integer.getInteger("klamm.deep.cases", 4_000);
    private static final long SEED = 20_261_126;
    private static final String[] PIECES = {
        "lag",
        "sum",
        "by",
        "(",
        ")",
        "(",
        ")",
        "{",
        "}",
        "[",
        "]",
        "5m",
        "1",
        "\"s\"",
        ",",
        "=",
        "==",
        "=~",
        "!=",
        "+",
        "-",
        "*",
        "/",
        "^",
        "%",
        "<",
        ">",
        "</",
        "and",
        "or",
        "on",
        "ignoring",
        "group_left",
        "bool",
        "offset",
        "@",
        "start",
        "end",
        "rate",
        "topk",
        ":",
        "1e",
        "0x1",
        ".5",
        "#",
        "atan2",
        "a=\"b\"",
        "[5m]",
        "[5m:]",
        "step()",
        "~",
        "!",
        "$",
        "\n",
        "\"x",
        "inf",
        "5m1m",
        "fill",
        "anchored",
        "max_of(",
        "한",
        "\ud83d",
        "\ufffd",
        "\u0000",
        "9999999999999999999",
        "{{",
        "x3",
        "_",
        "stale",
        "@st"
    };

    @Test
    void randomPieces_orBytes() {
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            String text = i % 4 == 0 ? bytes(random) : pieces(random);
            survives(text);
        }
    }

    @Test
    void goodExpressions_changedAtRandom() {
        Random random = new Random(SEED);
        RandomExpr expressions = new RandomExpr(random);
        for (int i = 0; i < CASES / 4; i++) {
            StringBuilder text = new StringBuilder(ExprPrinter.print(expressions.any()));
            for (int change = random.nextInt(3); change >= 0; change--) {
                int at = random.nextInt(text.length() + 1);
                int end = Math.min(text.length(), at + random.nextInt(4));
                text.replace(at, end, random.nextBoolean() ? "" : PIECES[random.nextInt(PIECES.length)]);
            }
            survives(text.toString());
        }
    }

    private static String pieces(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextBoolean() ? " " : "");
        }
        return text.toString();
    }

    private static String bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(30)];
        random.nextBytes(bytes);
        return new String(bytes, random.nextBoolean() ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    private static void survives(String text) {
        try {
            Expr expr = PromqlParser.parse(text, ParserOptions.EVERYTHING);
            String printed = ExprPrinter.print(expr);
            Expr again = PromqlParser.parse(printed, ParserOptions.EVERYTHING);
            assertThat(ExprPrinter.print(again)).as("seed %s: %s", SEED, text).isEqualTo(printed);
            ExprTree.of(again);
            PromqlParser.parse(PrettyPrinter.print(expr), ParserOptions.EVERYTHING);
        } catch (ParseException e) {
            assertThat(e.error().span().end()).isLessThanOrEqualTo(text.length());
        } catch (RuntimeException | StackOverflowError e) {
            fail("seed " + SEED + ": " + text, e);
        }
        others(text);
    }

    private static void others(String text) {
        try {
            SeriesDescriptionParser.parse(text);
            PromqlParser.parseMetric(text);
        } catch (ParseException e) {
            assertThat(e).hasMessageContaining("parse error: ");
        }
        try {
            PromqlParser.parseSelector(text);
        } catch (ParseException e) {
            assertThat(e).hasMessageContaining("parse error: ");
        }
    }

    @Test
    void deepestTrees_needNoMoreThanADefaultStack() throws InterruptedException {
        String sum = "a" + " + a".repeat(Tokens.MAX_DEPTH - 1);
        String calls = "abs(".repeat(Tokens.MAX_DEPTH - 2) + "a" + ")".repeat(Tokens.MAX_DEPTH - 2);
        String powers = "a" + "^a".repeat(Tokens.MAX_DEPTH - 2);
        String lengths = "a[1" + "+1".repeat(Tokens.MAX_DEPTH - 2) + "]";
        for (String text : List.of(sum, calls, powers, lengths)) {
            AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
            Thread thread = new Thread(null, () -> walk(text, thrown), "small stack", 768 * 1024);
            thread.start();
            thread.join();
            assertThat(thrown.get()).as(text.substring(0, 20)).isNull();
        }
    }

    private static void walk(String text, AtomicReference<@Nullable Throwable> thrown) {
        try {
            Expr expr = PromqlParser.parse(text, ParserOptions.EVERYTHING);
            assertThat(PrettyPrinter.print(expr)).isNotEmpty();
            assertThat(ExprTree.of(expr)).isNotEmpty();
            assertThat(ExprPrinter.print(DurationResolver.resolve(expr, 1, 1))).isNotEmpty();
        } catch (ParseException | DurationException | Error e) {
            thrown.set(e);
        }
    }

    /** Twenty thousand terms in a few hundred levels: whatever asks a whole subtree at every level shows here. */
    @Test
    @Timeout(180)
    void manyTermsInManyLevels_areNoWork() throws ParseException {
        String bracket = "(1" + "+1".repeat(140) + ")";
        String text = bracket + ("+" + bracket).repeat(140);
        for (int i = 0; i < 20; i++) {
            Expr expr = PromqlParser.parse(text);
            assertThat(PrettyPrinter.print(expr)).startsWith("  ");
        }
    }
}
