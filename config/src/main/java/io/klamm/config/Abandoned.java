package io.klamm.config;

/** Ends the reading of a file from within the depth of it; does not leave this package. */
final class Abandoned extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Position at;
    private final String problem;

    Abandoned(Position at, String problem) {
        super(problem);
        this.at = at;
        this.problem = problem;
    }

    void tell(Source source) {
        source.problem(at, "", problem);
    }
}
