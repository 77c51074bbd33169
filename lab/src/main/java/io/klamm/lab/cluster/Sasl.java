package io.klamm.lab.cluster;

import java.util.Locale;

/** How clients and brokers show who they are; the wire is never encrypted here (see {@link LabListener} for TLS). */
public enum Sasl {
    NONE("PLAINTEXT", ""),
    PLAIN("SASL_PLAINTEXT", "PLAIN"),
    SCRAM("SASL_PLAINTEXT", "SCRAM-SHA-512");

    private final String protocol;
    private final String mechanism;

    Sasl(String protocol, String mechanism) {
        this.protocol = protocol;
        this.mechanism = mechanism;
    }

    /** The security protocol of every listener of the lab's own, such as {@code SASL_PLAINTEXT}. */
    public String protocol() {
        return protocol;
    }

    /** The mechanism that clients are told to use; empty for {@link #NONE}. */
    public String mechanism() {
        return mechanism;
    }

    /** The name as options and files spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
