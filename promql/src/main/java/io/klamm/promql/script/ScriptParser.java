package io.klamm.promql.script;

import io.klamm.promql.ast.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a script: blocks of lines with an empty line after each, where a comment counts as empty. */
final class ScriptParser {

    private static final Pattern LOAD = Pattern.compile("load(_with_nhcb)?\\s+(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern INSTANT = Pattern.compile(
            "eval(?:_(fail|warn|ordered|info))?\\s+instant(?:\\s+at\\s+(\\S+))?\\s+(.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern RANGE = Pattern.compile(
            "eval(?:_(fail|warn|info))?\\s+range\\s+from\\s+(\\S+)\\s+to\\s+(\\S+)\\s+step\\s+(\\S+)\\s+(.+)",
            Pattern.CASE_INSENSITIVE);

    private final List<String> lines;
    private final List<Command> commands = new ArrayList<>();
    private int at;

    private ScriptParser(List<String> lines) {
        this.lines = lines;
    }

    static List<Command> parse(String text) throws ScriptException {
        List<String> lines = text.lines()
                .map(String::strip)
                .map(line -> line.startsWith("#") ? "" : line)
                .toList();
        return new ScriptParser(lines).commands();
    }

    private List<Command> commands() throws ScriptException {
        for (; at < lines.size(); at++) {
            String line = lines.get(at);
            if (!line.isEmpty()) {
                commands.add(command(line));
            }
        }
        return commands;
    }

    private Command command(String line) throws ScriptException {
        String word = line.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        if (word.equals("clear") && word.length() == line.length()) {
            return new Command.Clear(at + 1);
        }
        if (word.startsWith("load")) {
            return load(line);
        }
        if (word.startsWith("eval")) {
            return eval(line);
        }
        throw new ScriptException(at + 1, "command " + line + " (expected: clear, load, load_with_nhcb or eval)");
    }

    private Command load(String line) throws ScriptException {
        int begin = at + 1;
        Matcher load = LOAD.matcher(line);
        if (!load.matches()) {
            throw new ScriptException(begin, line + " (expected: load <step> or load_with_nhcb <step>)");
        }
        long step = duration(load.group(2), "step");
        List<SeriesLine> series = new ArrayList<>();
        for (String next = nextOfBlock(); !next.isEmpty(); next = nextOfBlock()) {
            series.add(SeriesLine.parse(next, at + 1));
        }
        return new Command.Load(begin, step, load.group(1) != null, series);
    }

    private Command eval(String line) throws ScriptException {
        int begin = at + 1;
        Matcher instant = INSTANT.matcher(line);
        Matcher range = RANGE.matcher(line);
        EvalTimes times;
        String expression;
        String kind;
        if (range.matches()) {
            times = new EvalTimes(
                    duration(range.group(2), "from"), duration(range.group(3), "to"), duration(range.group(4), "step"));
            kind = range.group(1);
            expression = range.group(5);
        } else if (instant.matches()) {
            times = EvalTimes.at(instant.group(2) == null ? 0 : duration(instant.group(2), "at"));
            kind = instant.group(1);
            expression = instant.group(3);
        } else {
            throw new ScriptException(
                    begin,
                    line + " (expected: eval instant at <time> <expression>, or eval range from <time> to <time> step"
                            + " <step> <expression>)");
        }
        if (!times.instant() && (times.step() <= 0 || times.end() < times.start())) {
            throw new ScriptException(begin, line + ": a range that ends before it starts, or has no step");
        }
        ExpectationParser parser = new ExpectationParser(times, kind == null ? "" : kind.toLowerCase(Locale.ROOT));
        for (String next = nextOfBlock(); !next.isEmpty(); next = nextOfBlock()) {
            parser.line(next, at + 1);
        }
        return new Command.Eval(begin, expression, times, parser.done());
    }

    /** The next line; empty at the end of the block. */
    private String nextOfBlock() {
        at++;
        return at < lines.size() ? lines.get(at) : "";
    }

    private long duration(String text, String what) throws ScriptException {
        try {
            boolean negative = text.startsWith("-");
            long millis = Durations.parse(negative ? text.substring(1) : text);
            return negative ? -millis : millis;
        } catch (IllegalArgumentException e) {
            throw new ScriptException(at + 1, what + " " + text + ": " + e.getMessage());
        }
    }
}
