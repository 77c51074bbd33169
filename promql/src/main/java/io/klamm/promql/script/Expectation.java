package io.klamm.promql.script;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a script says an expression comes to. To be filled line by line. */
final class Expectation {

    /** How the notes of one kind are to be. */
    enum Notes {
        /** As they like. */
        UNTOLD,
        /** There are none. */
        NONE,
        /** There are some, and each is one of those expected, and each of those is there. */
        SOME
    }

    private final List<SeriesLine> series = new ArrayList<>();
    private final List<Note> warnings = new ArrayList<>();
    private final List<Note> infos = new ArrayList<>();
    private Notes warned = Notes.UNTOLD;
    private Notes informed = Notes.UNTOLD;
    private @Nullable Note failure;
    private @Nullable Double scalar;
    private @Nullable String string;
    private @Nullable EvalTimes rangeVector;
    private boolean ordered;

    void add(SeriesLine line) {
        series.add(line);
    }

    void fails(Note note) {
        failure = note;
    }

    void warns(Note note) {
        warned = Notes.SOME;
        warnings.add(note);
    }

    void warnsNot() {
        warned = Notes.NONE;
    }

    void informs(Note note) {
        informed = Notes.SOME;
        infos.add(note);
    }

    void informsNot() {
        informed = Notes.NONE;
    }

    void inOrder() {
        ordered = true;
    }

    void isScalar(double value) {
        scalar = value;
    }

    void isString(String value) {
        string = value;
    }

    void isRangeVector(EvalTimes times) {
        rangeVector = times;
    }

    List<SeriesLine> series() {
        return series;
    }

    /** How the query has to fail; null if it must not. */
    @Nullable
    Note failure() {
        return failure;
    }

    Notes warned() {
        return warned;
    }

    List<Note> warnings() {
        return warnings;
    }

    Notes informed() {
        return informed;
    }

    List<Note> infos() {
        return infos;
    }

    boolean ordered() {
        return ordered;
    }

    @Nullable
    Double scalar() {
        return scalar;
    }

    @Nullable
    String string() {
        return string;
    }

    /** The times that the points of a range vector stand at; null if none is expected. */
    @Nullable
    EvalTimes rangeVector() {
        return rangeVector;
    }

    boolean anyHistogram() {
        return series.stream().anyMatch(SeriesLine::anyHistogram);
    }
}
