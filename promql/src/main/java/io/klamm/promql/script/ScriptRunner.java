package io.klamm.promql.script;

import io.klamm.promql.engine.Engine;
import io.klamm.promql.engine.EngineSettings;
import io.klamm.promql.parser.ParserOptions;
import io.klamm.promql.value.ErrorKind;
import io.klamm.promql.value.QueryException;
import java.util.ArrayList;
import java.util.List;

/** Runs scripts of Prometheus's language for tests of PromQL. */
public final class ScriptRunner {

    private ScriptRunner() {}

    /**
     * Runs a script from its first line to its last, whatever fails on the way.
     *
     * @param name to be told in the report
     * @param text the script
     * @throws ScriptException if it is not written as it should be
     */
    public static ScriptReport run(String name, String text) throws ScriptException {
        return new Run().run(name, ScriptParser.parse(text));
    }

    /** As Prometheus's own scripts assume it: the whole language, and names that go at the end. */
    private static EngineSettings settings() {
        return EngineSettings.standard().withDelayedNameRemoval(true).withParser(ParserOptions.EVERYTHING);
    }

    /** One run of one script. */
    private static final class Run {
        private final ScriptStore store = new ScriptStore();
        private final Engine engine = new Engine(settings(), store, System::nanoTime);
        private final List<String> failures = new ArrayList<>();
        private final List<String> unsupported = new ArrayList<>();
        private int passed;

        ScriptReport run(String name, List<Command> commands) throws ScriptException {
            for (Command command : commands) {
                if (command instanceof Command.Load load) {
                    store.load(load);
                } else if (command instanceof Command.Eval eval) {
                    evaluate(eval);
                } else {
                    store.clear();
                }
            }
            return new ScriptReport(name, passed, failures, unsupported);
        }

        private void evaluate(Command.Eval eval) {
            String place = "line " + eval.line() + ": " + eval.expression() + ": ";
            if (eval.expectation().anyHistogram()) {
                unsupported.add(place + "native histograms are expected");
                return;
            }
            try {
                new EvalCheck(engine, eval).check();
                passed++;
            } catch (MismatchException e) {
                failures.add(place + e.getMessage());
            } catch (QueryException e) {
                if (e.kind() == ErrorKind.UNSUPPORTED) {
                    unsupported.add(place + e.getMessage());
                } else {
                    failures.add(place + e.getMessage());
                }
            }
        }
    }
}
