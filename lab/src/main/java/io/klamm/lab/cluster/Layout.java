package io.klamm.lab.cluster;

import java.nio.file.Path;

/**
 * Where a lab keeps its files.
 *
 * <pre>
 * lab.properties        state: what the lab is, its passwords and its processes (mode 0600)
 * client.properties     what a client must be told (mode 0600)
 * lab.lock              held while a command is at work
 * log4j2.properties     how nodes log
 * logs/broker-1.log     what the node says (5 MiB, one older file); .out what its JVM prints
 * broker-1/             server.properties, java.args, data/
 * </pre>
 */
record Layout(Path dir) {

    Path state() {
        return dir.resolve("lab.properties");
    }

    Path clientProperties() {
        return dir.resolve("client.properties");
    }

    Path commandLock() {
        return dir.resolve("lab.lock");
    }

    Path logging() {
        return dir.resolve("log4j2.properties");
    }

    Path logs() {
        return dir.resolve("logs");
    }

    Path log(Node node) {
        return logs().resolve(node.name() + ".log");
    }

    Path out(Node node) {
        return logs().resolve(node.name() + ".out");
    }

    Path home(Node node) {
        return dir.resolve(node.name());
    }

    Path settings(Node node) {
        return home(node).resolve("server.properties");
    }

    Path arguments(Node node) {
        return home(node).resolve("java.args");
    }

    Path data(Node node) {
        return home(node).resolve("data");
    }

    Path classList() {
        return dir.resolve("loaded.classes");
    }

    Path template() {
        return dir.resolve("format.tmp");
    }
}
