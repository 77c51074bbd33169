package io.klamm.web;

import io.klamm.config.Format;
import io.klamm.config.Parsed;
import io.klamm.config.Section;
import io.klamm.web.prometheus.Origins;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where and how to listen.
 *
 * @param host address or name to listen on; anything but loopback asks for a login
 * @param port 0 for any free port
 * @param dataDir where the password's hash is kept; when empty a new password is made at each start
 * @param hostNames names besides {@code localhost} and the address itself under which a server on loopback may be called, such as that of a
 *     reverse proxy in front of it
 * @param profiles whose metrics {@code /metrics} has, besides our own
 * @param burrow where Burrow's API is answered
 * @param origins the sites whose pages may read Prometheus's API
 */
public record WebConfig(
        String host,
        int port,
        Optional<Path> dataDir,
        List<String> hostNames,
        Limits limits,
        Set<MetricsProfile> profiles,
        BurrowConfig burrow,
        Origins origins) {

    public static final String DEFAULT_HOST = "127.0.0.1";
    public static final int DEFAULT_PORT = 8080;

    private static final Format<MetricsProfile> PROFILE = Format.of(
            "one of "
                    + Arrays.stream(MetricsProfile.values())
                            .map(MetricsProfile::label)
                            .collect(Collectors.joining(", ")),
            MetricsProfile::of);

    public WebConfig {
        if (host.isBlank()) {
            throw new IllegalArgumentException("listen: empty (expected: host:port)");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("listen: port " + port + " (expected: 0 to 65535)");
        }
        hostNames = List.copyOf(hostNames);
        profiles = Set.copyOf(profiles);
    }

    /** The same without a word on other sites: none may read. */
    public WebConfig(
            String host,
            int port,
            Optional<Path> dataDir,
            List<String> hostNames,
            Limits limits,
            Set<MetricsProfile> profiles,
            BurrowConfig burrow) {
        this(host, port, dataDir, hostNames, limits, profiles, burrow, Origins.NONE);
    }

    /** The same with the usual metrics, and Burrow's API on the same port. */
    public WebConfig(String host, int port, Optional<Path> dataDir, List<String> hostNames, Limits limits) {
        this(host, port, dataDir, hostNames, limits, MetricsProfile.USUAL, BurrowConfig.USUAL);
    }

    /**
     * Reads {@code listen} (host:port, or a port on loopback), {@code host-names}, {@code cors-origins}, {@code metrics}
     * and {@code burrow}.
     *
     * @param dataDir where the password's hash is to be kept
     */
    public static WebConfig bind(Section section, Optional<Path> dataDir) {
        HostPort listen = section.value("listen", HostPort.FORMAT, new HostPort(DEFAULT_HOST, DEFAULT_PORT));
        List<String> names = section.list("host-names", HostPort.NAME, List.of());
        List<MetricsProfile> profiles =
                section.section("metrics").list("profiles", PROFILE, List.copyOf(MetricsProfile.USUAL));
        return new WebConfig(
                listen.host(),
                listen.port(),
                dataDir,
                names,
                Limits.USUAL,
                Set.copyOf(profiles),
                BurrowConfig.bind(section.section("burrow")),
                new Origins(section.list("cors-origins", Origins.FORMAT, List.of())));
    }

    /**
     * The same on another address, for one given on the command line.
     *
     * @throws IllegalArgumentException when it is not of the form host:port; the message says so
     */
    public WebConfig listeningAt(String address) {
        Parsed<HostPort> parsed = HostPort.FORMAT.parse(address);
        HostPort listen = parsed.value()
                .orElseThrow(() -> new IllegalArgumentException(
                        "listen: " + address + " (expected: " + HostPort.FORMAT.expected() + ")"));
        return new WebConfig(listen.host(), listen.port(), dataDir, hostNames, limits, profiles, burrow, origins);
    }

    /** Loopback on one port, with the usual limits. */
    public static WebConfig loopback(int port) {
        return new WebConfig(DEFAULT_HOST, port, Optional.empty(), List.of(), Limits.USUAL);
    }

    /** {@code host:port}, with brackets around an IPv6 address. */
    public String address() {
        return Place.text(host, port);
    }

    /**
     * What one client, and all of them, may use.
     *
     * @param connections open connections
     * @param eventClients clients of the event stream
     * @param headBytes size of a request's line, and of its headers
     * @param bodyBytes size of a request's body
     * @param writeBytes size of a body that brings samples
     * @param idle a connection on which nothing moves for so long is closed, and so is one that has sent no request
     * @param heartbeat how often a comment is sent down the event stream
     */
    public record Limits(
            int connections,
            int eventClients,
            int headBytes,
            int bodyBytes,
            int writeBytes,
            Duration idle,
            Duration heartbeat) {

        public static final Limits USUAL =
                new Limits(512, 64, 8192, 65_536, 32 << 20, Duration.ofSeconds(130), Duration.ofSeconds(15));
    }
}
