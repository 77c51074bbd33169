package io.klamm.promql.script;

import io.klamm.promql.ast.Durations;
import io.klamm.promql.ast.StringLiteral;
import io.klamm.promql.parser.ParseException;
import io.klamm.promql.parser.PromqlParser;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads what stands below an evaluation. */
final class ExpectationParser {

    private static final Pattern DIRECTIVE =
            Pattern.compile("expect\\s+(ordered|fail|warn|no_warn|info|no_info)(?:\\s+(regex|msg):(.*))?");
    private static final Pattern RANGE_VECTOR =
            Pattern.compile("expect\\s+range\\s+vector\\s+from\\s+(\\S+)\\s+to\\s+(\\S+)\\s+step\\s+(\\S+)");
    private static final Pattern STRING = Pattern.compile("expect\\s+string\\s+(.+)");
    private static final Pattern FAILURE = Pattern.compile("expected_fail_(message|regexp)\\s+(.+)");

    private final EvalTimes times;
    private final Expectation expectation = new Expectation();

    ExpectationParser(EvalTimes times, String kind) {
        this.times = times;
        switch (kind) {
            case "fail" -> expectation.fails(Note.ANY);
            case "warn" -> expectation.warns(Note.ANY);
            case "info" -> expectation.informs(Note.ANY);
            case "ordered" -> expectation.inOrder();
            default -> {}
        }
    }

    Expectation done() {
        return expectation;
    }

    void line(String text, int line) throws ScriptException {
        Matcher directive = DIRECTIVE.matcher(text);
        Matcher failure = FAILURE.matcher(text);
        Matcher rangeVector = RANGE_VECTOR.matcher(text);
        Matcher string = STRING.matcher(text);
        if (directive.matches()) {
            directive(directive.group(1), note(directive.group(2), directive.group(3), line), line);
        } else if (failure.matches()) {
            expectation.fails(note(failure.group(1).equals("message") ? "msg" : "regex", failure.group(2), line));
        } else if (rangeVector.matches()) {
            rangeVector(rangeVector, line);
        } else if (string.matches()) {
            expectation.isString(string(string.group(1), line));
        } else if (text.equals("expect") || text.startsWith("expect ")) {
            throw new ScriptException(
                    line,
                    text + " (expected: ordered, fail, warn, no_warn, info, no_info, string or"
                            + " range vector; a series of that name is written expect{})");
        } else if (LoneNumber.parse(text).isPresent()) {
            expectation.isScalar(LoneNumber.parse(text).getAsDouble());
        } else {
            series(text, line);
        }
    }

    private void directive(String word, Note note, int line) throws ScriptException {
        switch (word) {
            case "ordered" -> {
                refuse(!times.instant(), line, "expect ordered needs an instant evaluation");
                expectation.inOrder();
            }
            case "fail" -> {
                refuse(expectation.failure() != null, line, "expect fail stands twice");
                expectation.fails(note);
            }
            case "warn" -> {
                refuse(expectation.warned() == Expectation.Notes.NONE, line, "warn and no_warn exclude each other");
                expectation.warns(note);
            }
            case "no_warn" -> {
                refuse(expectation.warned() == Expectation.Notes.SOME, line, "warn and no_warn exclude each other");
                expectation.warnsNot();
            }
            case "info" -> {
                refuse(expectation.informed() == Expectation.Notes.NONE, line, "info and no_info exclude each other");
                expectation.informs(note);
            }
            default -> {
                refuse(expectation.informed() == Expectation.Notes.SOME, line, "info and no_info exclude each other");
                expectation.informsNot();
            }
        }
    }

    private static void refuse(boolean wrong, int line, String message) throws ScriptException {
        if (wrong) {
            throw new ScriptException(line, message);
        }
    }

    private static Note note(@Nullable String kind, @Nullable String text, int line) throws ScriptException {
        if (kind == null || text == null) {
            return Note.ANY;
        }
        if (kind.equals("msg")) {
            return new Note(text.strip(), null);
        }
        try {
            return new Note(null, Pattern.compile(text.strip()));
        } catch (PatternSyntaxException e) {
            throw new ScriptException(line, "regex " + text.strip() + ": " + e.getDescription());
        }
    }

    private void rangeVector(Matcher match, int line) throws ScriptException {
        refuse(!times.instant(), line, "expect range vector needs an instant evaluation");
        try {
            expectation.isRangeVector(new EvalTimes(
                    Durations.parse(match.group(1)), Durations.parse(match.group(2)), Durations.parse(match.group(3))));
        } catch (IllegalArgumentException e) {
            throw new ScriptException(line, match.group() + ": " + e.getMessage());
        }
    }

    private static String string(String quoted, int line) throws ScriptException {
        try {
            if (PromqlParser.parse(quoted) instanceof StringLiteral literal) {
                return literal.value();
            }
        } catch (ParseException e) {
            throw new ScriptException(line, "string " + quoted + ": " + e.getMessage());
        }
        throw new ScriptException(line, "string " + quoted + " (expected: a text in quotes)");
    }

    private void series(String text, int line) throws ScriptException {
        SeriesLine series = SeriesLine.parse(text, line);
        boolean single = times.instant() && expectation.rangeVector() == null;
        refuse(
                single && series.size() > 1,
                line,
                text + ": more than one point (expected: one, as the evaluation is instant)");
        refuse(
                expectation.series().stream().anyMatch(other -> other.labels().equals(series.labels())),
                line,
                text + ": the series is expected twice");
        expectation.add(series);
    }
}
