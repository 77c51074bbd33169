package io.klamm.config;

import java.util.List;
import java.util.Objects;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/**
 * Turns the parser's complaints into our words.
 *
 * <p>The parser's own text is never shown: it quotes pieces of the file, and a piece may be a secret.
 */
final class SyntaxProblems {

    /** How a complaint is known, what we say, and whether the place to look at is where the broken part began. */
    private record Saying(String context, String problem, boolean atBeginning, String message) {}

    /** The first that fits counts. */
    private static final List<Saying> SAYINGS = List.of(
            new Saying("", "(TAB)", false, "a tab (expected: spaces for indentation)"),
            new Saying(
                    "quoted scalar",
                    "unexpected end of stream",
                    true,
                    "a quote that is never closed (expected: a closing quote)"),
            new Saying(
                    "quoted scalar",
                    "document separator",
                    true,
                    "a quote that is never closed (expected: a closing quote)"),
            new Saying(
                    "double-quoted",
                    "escape",
                    false,
                    "an unknown escape after \\ (expected: \\\\ for a backslash, or single quotes)"),
            new Saying(
                    "",
                    "that cannot start any token",
                    false,
                    "a character that no value may begin with (expected: quotes around the value)"),
            new Saying(
                    "simple key",
                    "could not find expected ':'",
                    true,
                    "a key without a colon, or wrong indentation (expected: key: value)"),
            new Saying(
                    "",
                    "mapping values are not allowed",
                    false,
                    "a colon too many, a colon missing above, or wrong indentation (expected: key: value, quotes around a value with a colon)"),
            new Saying(
                    "flow sequence",
                    "",
                    true,
                    "a list that is never closed (expected: items with commas between, and ])"),
            new Saying(
                    "flow mapping",
                    "",
                    true,
                    "a section that is never closed (expected: keys with commas between, and })"),
            new Saying(
                    "block mapping",
                    "",
                    false,
                    "wrong indentation or a stray character (expected: keys of one section in one column)"),
            new Saying(
                    "block collection",
                    "",
                    false,
                    "wrong indentation or a stray character (expected: items of one list in one column)"),
            new Saying(
                    "",
                    "entries are not allowed here",
                    false,
                    "a list in the wrong place (expected: each - item on a line of its own)"),
            new Saying(
                    "block scalar",
                    "",
                    false,
                    "a broken block of text (expected: | or > at the end of a line and an indented text below)"),
            new Saying(
                    "directive",
                    "",
                    false,
                    "a directive that is not understood (expected: no line that begins with %)"),
            new Saying("tag", "", false, "a tag (expected: the value alone, in quotes if it begins with !)"),
            new Saying("", "tag handle", false, "a tag (expected: the value alone, in quotes if it begins with !)"),
            new Saying("alias", "", false, "an alias (expected: the value itself, in quotes if it begins with *)"),
            new Saying(
                    "anchor",
                    "",
                    false,
                    "an anchor without a name (expected: the value, in quotes if it begins with &)"));

    private static final String OTHERWISE = "not understood as YAML from here (expected: YAML 1.2)";

    private SyntaxProblems() {}

    static void tell(YamlEngineException exception, String text, Source source) {
        if (exception instanceof MarkedYamlEngineException marked) {
            tellMarked(marked, source);
        } else if (exception instanceof ReaderException reader) {
            String message = String.format("the character U+%04X (expected: printable text)", reader.getCodePoint());
            source.problem(positionOf(text, reader.getPosition()), "", message);
        } else if (exception instanceof YamlVersionException) {
            source.problem(Position.START, "", "an unknown version of YAML (expected: 1.2, and no line %YAML)");
        } else {
            source.problem(Position.WHOLE_FILE, "", OTHERWISE);
        }
    }

    private static void tellMarked(MarkedYamlEngineException exception, Source source) {
        String context = Objects.requireNonNullElse(exception.getContext(), "");
        String problem = Objects.requireNonNullElse(exception.getProblem(), "");
        Saying saying = SAYINGS.stream()
                .filter(each -> context.contains(each.context()) && problem.contains(each.problem()))
                .findFirst()
                .orElse(new Saying("", "", false, OTHERWISE));
        Mark mark = exception.getProblemMark().or(exception::getContextMark).orElse(null);
        if (saying.atBeginning() && exception.getContextMark().isPresent()) {
            mark = exception.getContextMark().get();
        }
        Position at = mark == null ? Position.WHOLE_FILE : new Position(mark.getLine() + 1, mark.getColumn() + 1);
        source.problem(at, "", saying.message());
    }

    /** The reader counts code points from the start of the file. */
    private static Position positionOf(String text, int index) {
        int[] before = text.codePoints().limit(index).toArray();
        int line = 1;
        int column = 1;
        for (int c : before) {
            line += c == '\n' ? 1 : 0;
            column = c == '\n' ? 1 : column + 1;
        }
        return new Position(line, column);
    }
}
