package io.klamm.lab.cluster;

import java.util.Locale;

/** What a node of the lab does; the lab never combines the two in one process. */
public enum Role {
    BROKER,
    CONTROLLER;

    /** The name as messages, folders and {@code process.roles} spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
