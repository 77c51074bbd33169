package io.klamm.kafka;

import org.jspecify.annotations.Nullable;

/** A cluster could not be read at all: no broker answers, or the login fails. The message says what to look at. */
public final class ReadFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String kind;
    private final boolean unanswered;

    ReadFailedException(String kind, String message) {
        this(kind, message, false);
    }

    private ReadFailedException(String kind, String message, boolean unanswered) {
        super(message);
        this.kind = kind;
        this.unanswered = unanswered;
    }

    /** What an error means that leaves nothing to show; carries no secret, and not the error itself, which may. */
    static ReadFailedException of(ClusterConfig config, @Nullable Throwable error) {
        if (error == null) {
            return new ReadFailedException("NoAnswer", "an empty answer from " + config.bootstrapServers());
        }
        String text = Advice.unreadable(config.bootstrapServers(), error);
        return new ReadFailedException(
                error.getClass().getSimpleName(), config.client().withoutSecrets(text), Advice.unanswered(error));
    }

    /** Whether nobody answered, as against an answer that says no: then it may be worth asking somebody else. */
    boolean unanswered() {
        return unanswered;
    }

    /** Name of the error, as Kafka calls it. */
    public String kind() {
        return kind;
    }
}
