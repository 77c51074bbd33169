package io.klamm.promql.script;

import io.klamm.promql.engine.Engine;
import io.klamm.promql.engine.QueryOptions;
import io.klamm.promql.engine.QueryResult;
import io.klamm.promql.value.ErrorKind;
import io.klamm.promql.value.Matrix;
import io.klamm.promql.value.QueryException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of a script, with all that goes with it: an instant one is repeated at other times with {@code @} in all selectors, and each of those as the middle of
 * a range.
 */
final class EvalCheck {

    private static final long MINUTE = 60_000;

    private final Engine engine;
    private final Command.Eval eval;
    private final Expectation expected;
    private final ResultCheck results;

    EvalCheck(Engine engine, Command.Eval eval) {
        this.engine = engine;
        this.eval = eval;
        this.expected = eval.expectation();
        this.results = new ResultCheck(expected, eval.times());
    }

    /** Throws {@link QueryException} if the query failed without being expected to, or is not supported. */
    void check() throws MismatchException {
        if (!eval.times().instant()) {
            checkRange();
            return;
        }
        long time = eval.times().start();
        checkInstant(new AtVariants.Variant(eval.expression(), time), false);
        for (AtVariants.Variant variant : AtVariants.of(eval.expression(), time)) {
            checkInstant(variant, true);
        }
    }

    private void checkRange() throws MismatchException {
        EvalTimes times = eval.times();
        QueryResult result =
                run(() -> engine.range(eval.expression(), times.start(), times.end(), times.step(), QueryOptions.none())
                        .execute());
        if (result != null) {
            results.check(result.value());
            checkNotes(result);
        }
    }

    private void checkInstant(AtVariants.Variant variant, boolean repeated) throws MismatchException {
        try {
            QueryResult result = run(() -> engine.instant(variant.expression(), variant.time(), QueryOptions.none())
                    .execute());
            if (result != null) {
                results.check(result.value());
                checkNotes(result);
                checkMiddleOfRange(variant);
            }
        } catch (MismatchException e) {
            throw repeated ? new MismatchException(variant + ": " + e.getMessage()) : e;
        }
    }

    /** The same expression over three steps has to come to the same in the middle. */
    private void checkMiddleOfRange(AtVariants.Variant variant) throws MismatchException {
        boolean comparable = !expected.ordered() && expected.string() == null && expected.rangeVector() == null;
        if (!comparable || AtVariants.dependsOnRange(variant.expression())) {
            return;
        }
        long time = variant.time();
        QueryResult result = engine.range(
                        variant.expression(), time - MINUTE, time + MINUTE, MINUTE, QueryOptions.none())
                .execute();
        try {
            results.checkStep((Matrix) result.value(), time);
        } catch (MismatchException e) {
            throw new MismatchException("as a range: " + e.getMessage());
        }
    }

    /** A query. */
    private interface Execution {
        QueryResult execute();
    }

    /** The answer; null if the query failed as expected. */
    private @Nullable QueryResult run(Execution execution) throws MismatchException {
        Note failure = expected.failure();
        try {
            QueryResult result = execution.execute();
            if (failure != null) {
                throw new MismatchException("no error (expected: one, " + failure + ")");
            }
            return result;
        } catch (QueryException e) {
            if (failure == null || e.kind() == ErrorKind.UNSUPPORTED) {
                throw e;
            }
            if (!failure.matches(Objects.requireNonNull(e.getMessage()))) {
                throw new MismatchException("error " + e.getMessage() + " (expected: " + failure + ")");
            }
            return null;
        }
    }

    private void checkNotes(QueryResult result) throws MismatchException {
        checkNotes("warning", expected.warned(), expected.warnings(), result.warnings());
        checkNotes("info", expected.informed(), expected.infos(), result.infos());
    }

    private static void checkNotes(String kind, Expectation.Notes how, List<Note> wanted, List<String> found)
            throws MismatchException {
        if (how == Expectation.Notes.NONE && !found.isEmpty()) {
            throw new MismatchException(kind + " " + found + " (expected: none)");
        }
        if (how != Expectation.Notes.SOME) {
            return;
        }
        for (Note note : wanted) {
            if (found.stream().noneMatch(note::matches)) {
                throw new MismatchException("no " + kind + " " + note + " (found: " + found + ")");
            }
        }
        for (String text : found) {
            if (wanted.stream().noneMatch(note -> note.matches(text))) {
                throw new MismatchException(kind + " " + text + " (expected: " + wanted + ")");
            }
        }
    }
}
