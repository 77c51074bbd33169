package io.klamm.lab.cluster;

/** The names that files, processes and Kafka's settings must spell alike. */
final class Names {

    static final String HOST = "127.0.0.1";
    static final String CLIENT = "CLIENT";
    static final String CONTROLLER = "CONTROLLER";
    static final String ADMIN = "admin";
    static final String USER = "klamm";

    private Names() {}
}
