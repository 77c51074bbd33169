package io.klamm.lab.traffic;

import java.util.Locale;

/** How a consumer group agrees who reads what. */
public enum GroupProtocol {
    /** The members agree among themselves. */
    CLASSIC,
    /** The coordinator decides (KIP-848). */
    CONSUMER;

    /** The name as options and {@code group.protocol} spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
