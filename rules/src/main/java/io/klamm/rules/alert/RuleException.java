package io.klamm.rules.alert;

/** The result of a rule cannot be used; the message says why, for whoever wrote the rule. */
public final class RuleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RuleException(String message) {
        super(message);
    }
}
