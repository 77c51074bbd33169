package io.klamm.lab.cluster;

import java.util.Map;

/**
 * A further listener of every broker, for clients that need TLS, OAUTHBEARER, Kerberos or mutual TLS.
 *
 * @param name upper case, such as {@code OAUTH}
 * @param protocol a security protocol, such as {@code SASL_SSL}
 * @param host what brokers tell clients to connect to: {@code 127.0.0.1}, or {@code localhost} where a principal or a certificate names it
 * @param properties broker settings of this listener alone, without the {@code listener.name.} prefix
 */
public record LabListener(String name, String protocol, String host, Map<String, String> properties) {

    public LabListener {
        if (!name.matches("[A-Z][A-Z0-9_]*") || name.equals(Names.CLIENT) || name.equals(Names.CONTROLLER)) {
            throw new IllegalArgumentException("listener name: " + name
                    + " (expected: upper case letters, digits and underscores; not CLIENT or CONTROLLER)");
        }
        properties = Map.copyOf(properties);
    }

    public LabListener(String name, String protocol, Map<String, String> properties) {
        this(name, protocol, Names.HOST, properties);
    }

    /** Without the settings' values, which may be passwords. */
    @Override
    public String toString() {
        return name + ":" + protocol + properties.keySet();
    }
}
