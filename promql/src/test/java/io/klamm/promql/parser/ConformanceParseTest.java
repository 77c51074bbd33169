package io.klamm.promql.parser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.klamm.promql.printer.ExprPrinter;
import io.klamm.testing.Conformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The expressions and series of upstream's test scripts, and the expressions of dashboards that people use. */
class ConformanceParseTest {

    private static final Pattern EVAL = Pattern.compile(
            "(?i)eval(?<fails>_fail)?(_ordered|_warn|_info)? +(instant +at +\\S+|range +from +\\S+ +to +\\S+ +step +\\S+)"
                    + " +(?<expr>.*)");
    private static final Pattern EXPECT_FAIL = Pattern.compile("expect +fail.*");

    @Test
    void scripts_everyExpressionAndSeries() throws IOException {
        int failed = 0;
        for (Path file : Conformance.files("promql", ".test")) {
            List<String> problems =
                    script(Files.readAllLines(file), file.getFileName().toString());
            problems.forEach(System.out::println);
            failed += problems.size();
        }
        assertThat(failed).isZero();
    }

    private static List<String> script(List<String> lines, String name) {
        List<String> problems = new ArrayList<>();
        int passed = 0;
        int unsupported = 0;
        boolean loading = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher eval = EVAL.matcher(line);
            boolean series = loading && !line.isEmpty() && !line.startsWith("#");
            loading = line.toLowerCase(Locale.ROOT).startsWith("load") || (loading && !line.isEmpty());
            if (!series && !eval.matches()) {
                continue;
            }
            Outcome outcome = series ? series(line) : expression(eval.group("expr"));
            boolean mayFail = !series && (eval.group("fails") != null || failureExpected(lines, i + 1));
            switch (outcome.kind) {
                case PASSED -> passed++;
                case UNSUPPORTED -> unsupported++;
                case FAILED -> {
                    if (mayFail) {
                        passed++;
                    } else {
                        problems.add(name + ":" + (i + 1) + ": " + outcome.detail + " in " + line);
                    }
                }
            }
        }
        System.out.printf("%s: %d passed, %d failed, %d unsupported%n", name, passed, problems.size(), unsupported);
        return problems;
    }

    private static boolean failureExpected(List<String> lines, int from) {
        for (int i = from; i < lines.size() && !lines.get(i).isBlank(); i++) {
            if (EXPECT_FAIL.matcher(lines.get(i).strip()).matches()) {
                return true;
            }
        }
        return false;
    }

    private enum Kind {
        PASSED,
        FAILED,
        UNSUPPORTED
    }

    private record Outcome(Kind kind, String detail) {}

    /** Parses with all parts of the language, prints, and parses again; unsupported is what the standard parts do not hold. */
    private static Outcome expression(String text) {
        try {
            String printed = ExprPrinter.print(PromqlParser.parse(text, ParserOptions.EVERYTHING));
            String again = ExprPrinter.print(PromqlParser.parse(printed, ParserOptions.EVERYTHING));
            if (!again.equals(printed)) {
                return new Outcome(Kind.FAILED, "printed " + printed + ", then " + again);
            }
        } catch (ParseException e) {
            return new Outcome(Kind.FAILED, String.valueOf(e.getMessage()));
        }
        try {
            PromqlParser.parse(text);
            return new Outcome(Kind.PASSED, "");
        } catch (ParseException e) {
            boolean off = e.error().missing().isPresent();
            return new Outcome(off ? Kind.UNSUPPORTED : Kind.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private static Outcome series(String line) {
        try {
            boolean histogram = SeriesDescriptionParser.parse(line).hasHistogram();
            return new Outcome(histogram ? Kind.UNSUPPORTED : Kind.PASSED, "");
        } catch (ParseException e) {
            boolean off = e.error().missing().isPresent();
            return new Outcome(off ? Kind.UNSUPPORTED : Kind.FAILED, String.valueOf(e.getMessage()));
        }
    }

    @Test
    void dashboards_everyExpression() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        int failed = 0;
        for (Path file : Conformance.files("dashboards", ".json")) {
            List<String> problems = new ArrayList<>();
            int passed = 0;
            int unsupported = 0;
            for (JsonNode node : mapper.readTree(file.toFile()).findValues("expr")) {
                String text = node.asText();
                if (!node.isTextual() || text.isBlank()) {
                    continue;
                }
                Outcome outcome = expression(withoutVariables(text));
                passed += outcome.kind == Kind.PASSED ? 1 : 0;
                // some dashboards are made for stores with functions of their own
                boolean foreign = outcome.detail.contains("unknown function");
                unsupported += foreign ? 1 : 0;
                if (outcome.kind != Kind.PASSED && !foreign) {
                    problems.add(file.getFileName() + ": " + outcome.detail + " in " + text);
                }
            }
            System.out.printf(
                    "%s: %d passed, %d failed, %d unsupported%n",
                    file.getFileName(), passed, problems.size(), unsupported);
            problems.forEach(System.out::println);
            failed += problems.size();
        }
        assertThat(failed).isZero();
    }

    /** As Grafana sends it: lengths of time in brackets and offsets, numbers and names elsewhere. */
    private static String withoutVariables(String text) {
        String variable = "(\\$\\{?\\w+(:\\w+)?\\}?|\\[\\[\\w+\\]\\])";
        return text.replaceAll("(?i)(\\[\\s*|:\\s*|offset\\s+)" + variable, "$15m")
                .replaceAll("\\$\\{?__\\w+\\}?", "60")
                .replaceAll(variable, "v1");
    }
}
