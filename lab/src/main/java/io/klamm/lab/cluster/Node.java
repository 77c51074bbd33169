package io.klamm.lab.cluster;

/**
 * One process of the lab: its id, what it does, the port that Kafka listens on and the port of its JMX, both on 127.0.0.1.
 *
 * @param id 1, 2, 3 ... for brokers; 101, 102 ... for controllers
 */
public record Node(int id, Role role, int port, int jmxPort) {

    /** Such as {@code broker-1}: the name of its folder and log. */
    public String name() {
        return role.label() + "-" + id;
    }
}
