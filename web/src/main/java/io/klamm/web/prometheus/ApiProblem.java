package io.klamm.web.prometheus;

/** A request that gets an error for its answer. */
final class ApiProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final ErrorType type;

    ApiProblem(ErrorType type, String message) {
        super(message, null, false, false);
        this.type = type;
    }

    static ApiProblem badData(String message) {
        return new ApiProblem(ErrorType.BAD_DATA, message);
    }

    /** A parameter that cannot be used; the reason is the API's. */
    static ApiProblem parameter(String name, String reason) {
        return badData("invalid parameter \"" + name + "\": " + reason);
    }

    ErrorType type() {
        return type;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
