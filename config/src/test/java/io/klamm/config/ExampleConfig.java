package io.klamm.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A config as a room would write it: the example of the README, and the binder that the bad files are read with. */
record ExampleConfig(int port, Duration timeout, ByteSize buffer, List<Cluster> clusters) {

    enum Protocol {
        PLAINTEXT,
        SASL_SSL
    }

    record Filter(List<String> include, List<String> exclude) {

        static Filter of(Section section) {
            return new Filter(section.strings("include", List.of(".*")), section.strings("exclude"));
        }
    }

    record Cluster(
            String name,
            Duration interval,
            boolean enabled,
            Protocol protocol,
            Filter topics,
            FreeMap client,
            Optional<Secret> password) {

        Cluster {
            if (name.equals("forbidden")) {
                throw new IllegalArgumentException("name: forbidden (expected: another one)");
            }
        }

        static Cluster of(Section section) {
            Cluster cluster = new Cluster(
                    section.string("name"),
                    section.duration("interval", Duration.ofSeconds(15), Duration.ofSeconds(1), Duration.ofHours(1)),
                    section.bool("enabled", true),
                    section.choice("protocol", List.of(Protocol.values()), Protocol.PLAINTEXT),
                    Filter.of(section.section("topics")),
                    section.freeMap("client"),
                    section.optionalSecret("password"));
            if (cluster.protocol() == Protocol.SASL_SSL && cluster.password().isEmpty() && !section.has("password")) {
                section.problem("password", "missing (expected: a secret, as protocol is sasl-ssl)");
            }
            return cluster;
        }
    }

    static ExampleConfig of(Section root) {
        return new ExampleConfig(
                root.integer("port", 8080, Range.PORT),
                root.duration("timeout", Duration.ofSeconds(30)),
                root.byteSize("buffer", ByteSize.ofMebibytes(1)),
                root.sections("clusters", Cluster::of));
    }
}
