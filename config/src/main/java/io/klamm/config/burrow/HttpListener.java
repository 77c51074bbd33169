package io.klamm.config.burrow;

import io.klamm.config.Section;
import java.time.Duration;

/**
 * One section of {@code httpserver}.
 *
 * @param address as written, such as {@code :8000}
 * @param host name or address without brackets; empty for all of the machine
 * @param port 0 for any free one
 * @param timeout how long a client may take
 */
public record HttpListener(String name, String address, String host, int port, Duration timeout) {

    static HttpListener bind(String name, Section section) {
        if (section.optionalString("tls").isPresent()) {
            section.problem(
                    "tls",
                    "Klamm answers in HTTP only (expected: no tls, a loopback address, and a proxy in front that speaks TLS)");
        }
        ListenAddress address = section.value("address", ListenAddress.FORMAT, ListenAddress.ANY);
        return new HttpListener(
                name, address.written(), address.host(), address.port(), Values.seconds(section, "timeout", 300));
    }
}
