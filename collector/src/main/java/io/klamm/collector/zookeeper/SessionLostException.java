package io.klamm.collector.zookeeper;

/** The servers do not answer now; what was asked must be asked again when they do. */
final class SessionLostException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String kind;

    SessionLostException(String kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Name of the error, as ZooKeeper calls it. */
    String kind() {
        return kind;
    }
}
