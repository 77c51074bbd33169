package io.klamm.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatObject;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;

class SectionTest {

    enum Color {
        DARK_RED,
        BLUE
    }

    private static final Format<Integer> EVEN = Format.explained("an even number", SectionTest::even);

    private static Parsed<Integer> even(String text) {
        return switch (text) {
            case "2" -> Parsed.good(2);
            case "4" -> Parsed.good(4);
            default -> Parsed.bad("an even number, and " + text + " is not");
        };
    }

    private static <T> Loaded<T> bind(String yaml, Function<Section, T> binder) {
        return YamlFile.parse("k.yaml", yaml, Environment.of(Map.of("THREE", "three-canary")))
                .bind(binder);
    }

    private static <T> T value(String yaml, Function<Section, T> binder) {
        return bind(yaml, binder).orThrow();
    }

    private static <T> ObjectAssert<T> assertValue(String yaml, Function<Section, T> binder) {
        return assertThatObject(value(yaml, binder));
    }

    private static List<String> problems(String yaml, Function<Section, ?> binder) {
        return bind(yaml, binder).problems().stream().map(Problem::text).toList();
    }

    @Test
    void accessors_goodValues_typed() {
        assertValue("a: 10", root -> root.string("a")).isEqualTo("10");
        assertValue("a: x", root -> root.optionalString("a")).isEqualTo(Optional.of("x"));
        assertValue("a: x", root -> root.oneOf("a", List.of("w", "x"))).isEqualTo("x");
        assertValue("a: Dark-Red", root -> root.choice("a", List.of(Color.values())))
                .isEqualTo(Color.DARK_RED);
        assertValue("a: '0x1F'", root -> root.integer("a", Range.of(0, 100))).isEqualTo(31);
        assertValue("a: 0o17", root -> root.integer("a", 1, Range.of(0, 100))).isEqualTo(15);
        assertValue("a: -010", root -> root.longInteger("a", 1, Range.atLeast(-10)))
                .isEqualTo(-10L);
        assertValue("a: 9223372036854775807", root -> root.longInteger("a", 1, Range.atLeast(0)))
                .isEqualTo(Long.MAX_VALUE);
        assertValue("a: TRUE", root -> root.bool("a")).isEqualTo(true);
        assertValue("a: 2s", root -> root.duration("a")).isEqualTo(Duration.ofSeconds(2));
        assertValue(
                        "a: 2KiB",
                        root -> root.byteSize("a", ByteSize.ofBytes(1), ByteSize.ofBytes(0), ByteSize.ofMebibytes(1)))
                .isEqualTo(ByteSize.ofKibibytes(2));
        assertValue("a: [2, 4]", root -> root.list("a", EVEN, List.of())).isEqualTo(List.of(2, 4));
        assertValue("a: x", root -> root.secret("a")).isEqualTo(Secret.of("x"));
    }

    @Test
    void accessors_absentKey_defaultOrProblem() {
        assertValue("", root -> root.string("a", "d")).isEqualTo("d");
        assertValue("", root -> root.optionalString("a")).isEqualTo(Optional.empty());
        assertValue("", root -> root.oneOf("a", List.of("w", "x"), "x")).isEqualTo("x");
        assertValue("", root -> root.choice("a", List.of(Color.values()), Color.BLUE))
                .isEqualTo(Color.BLUE);
        assertValue("", root -> root.bool("a", true)).isEqualTo(true);
        assertValue("", root -> root.strings("a")).isEqualTo(List.of());
        assertValue("", root -> root.strings("a", List.of("d"))).isEqualTo(List.of("d"));
        assertValue("", root -> root.section("a").section("b").string("c", "d")).isEqualTo("d");
        assertValue("", root -> root.sections("a")).isEqualTo(List.of());
        assertValue("", root -> root.freeMap("a")).isEqualTo(FreeMap.empty());
        assertValue("", root -> root.optionalSecret("a")).isEqualTo(Optional.empty());

        assertThat(problems(
                        "x: 1",
                        root -> List.of(
                                root.optionalString("x"),
                                root.string("text"),
                                root.bool("bool"),
                                root.integer("int", Range.PORT),
                                root.duration("duration"),
                                root.secret("secret"),
                                root.choice("choice", List.of(Color.values())),
                                root.section("absent").string("text"))))
                .containsExactly(
                        "k.yaml:1: absent.text: missing (expected: text)",
                        "k.yaml:1: bool: missing (expected: true or false)",
                        "k.yaml:1: choice: missing (expected: one of dark-red, blue)",
                        "k.yaml:1: duration: missing (expected: a duration such as 15s or 1m30s)",
                        "k.yaml:1: int: missing (expected: an integer from 1 to 65535)",
                        "k.yaml:1: secret: missing (expected: a secret, ${NAME} or file:/path)",
                        "k.yaml:1: text: missing (expected: text)");
    }

    @Test
    void integer_largerThanInt_problemNotException() {
        assertThat(problems("a: 3000000000", root -> root.integer("a", 1, Range.atLeast(0))))
                .containsExactly("k.yaml:1: a: \"3000000000\" (expected: an integer of at least 0)");
        assertThat(problems("a: 9223372036854775808", root -> root.longInteger("a", 1, Range.atLeast(0))))
                .hasSize(1);
    }

    @Test
    void format_explanationRepeatsAVariable_hidden() {
        assertThat(problems("a: 3", root -> root.value("a", EVEN, 2)))
                .containsExactly("k.yaml:1: a: \"3\" (expected: an even number, and 3 is not)");
        assertThat(problems("a: ${THREE}", root -> root.value("a", EVEN, 2)))
                .containsExactly("k.yaml:1: a: the value of \"${THREE}\" (expected: an even number, and *** is not)");
        assertThat(problems("password: three-canary", root -> root.value("password", EVEN, 2)))
                .containsExactly("k.yaml:1: password: *** (expected: an even number, and *** is not)");
    }

    @Test
    void problem_ofTheRoom_atTheKeysLine() {
        assertThat(problems("a: 1\nb:\n  c: 2\n  token: canary", root -> {
                    Section b = root.section("b");
                    b.problem("c", "too much of it (expected: less)");
                    b.problem("none", "missing too (expected: something)");
                    b.problem("all of it (expected: nothing)");
                    b.problem("token", "canary is short (expected: long)");
                    b.refuse("token", "longer than canary");
                    root.refuse("a", "a letter");
                    root.refuse("z", "a letter");
                    return 1;
                }))
                .containsExactly(
                        "k.yaml:1: z: missing (expected: a letter)",
                        "k.yaml:1: a: \"1\" (expected: a letter)",
                        "k.yaml:2: b: all of it (expected: nothing)",
                        "k.yaml:2: b.none: missing too (expected: something)",
                        "k.yaml:3: b.c: too much of it (expected: less)",
                        "k.yaml:4: b.token: *** (expected: longer than ***)",
                        "k.yaml:4: b.token: *** is short (expected: long)");
    }

    @Test
    void section_askedTwice_sameKnownKeys() {
        assertValue(
                        "a: {b: 1, c: 2}\nd: [{e: 1}]",
                        root -> root.section("a").string("b")
                                + root.section("a").string("c")
                                + root.sections("d").get(0).string("e")
                                + root.sections("d").size())
                .isEqualTo("1211");
        assertThat(problems(
                        "a: 1",
                        root -> root.section("a").string("b", "x")
                                + root.section("a").string("c", "x")))
                .containsExactly("k.yaml:1: a: \"1\" (expected: a section with keys)");
    }

    @Test
    void bind_sameProblemTwice_toldOnce() {
        assertThat(problems("a: x", root -> List.of(root.bool("a", true), root.bool("a", false))))
                .hasSize(1);
    }

    @Test
    void bind_recordRefuses_messageBecomesProblem() {
        assertThat(problems(
                        "min: 5\nmax: 1",
                        root -> new Range(
                                root.longInteger("min", 0, Range.atLeast(0)),
                                root.longInteger("max", 0, Range.atLeast(0)))))
                .containsExactly("k.yaml:1: min: 5 (expected: at most max 1)");
    }

    @Test
    void bind_thousandsOfProblems_cutOff() {
        String yaml = "k%d: 1\n"
                .repeat(3_000)
                .formatted(IntStream.range(0, 3_000).boxed().toArray());

        assertThat(problems(yaml, root -> root.string("a", "b")))
                .hasSize(1_001)
                .contains("k.yaml: more than 1000 problems (the rest is left out)");
    }

    @Test
    void loaded_problems_noValue() {
        Loaded<String> loaded = bind("b: 1", root -> root.string("a", "x"));

        assertThat(loaded.value()).isEqualTo(Optional.empty());
        assertThat(loaded.text()).isEqualTo("k.yaml:1: b: unknown key (did you mean a?)");
        assertThatIllegalStateException().isThrownBy(loaded::orThrow).withMessage(loaded.text());
    }

    @Test
    void has_presentKey_stillUnknown() {
        assertThat(problems("bbbb: 1", root -> root.has("bbbb") && !root.has("c")))
                .hasSize(1);
    }
}
