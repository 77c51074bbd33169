package io.klamm.web;

import io.klamm.config.Section;
import io.klamm.web.burrow.BurrowOptions;
import java.util.List;

/**
 * Where Burrow's API is answered, and how exactly.
 *
 * @param onMainPort whether {@code /v3}, {@code /v2} and {@code /burrow} are Burrow's on the one port
 * @param listeners addresses of its own, where all paths are Burrow's, {@code /metrics} too; they have the rules of the one port
 */
public record BurrowConfig(boolean onMainPort, List<Listener> listeners, BurrowOptions options) {

    /** On the one port, nowhere else. */
    public static final BurrowConfig USUAL = new BurrowConfig(true, List.of(), BurrowOptions.USUAL);

    public BurrowConfig {
        listeners = List.copyOf(listeners);
    }

    /**
     * An address to listen on.
     *
     * @param host address or name; anything but loopback asks for a login
     * @param port 0 for any free port
     */
    public record Listener(String host, int port) {}

    /** Reads the section {@code burrow}. */
    static BurrowConfig bind(Section section) {
        BurrowOptions usual = BurrowOptions.USUAL;
        List<Listener> listeners = section.list("listen", HostPort.FORMAT, List.of()).stream()
                .map(address -> new Listener(address.host(), address.port()))
                .toList();
        return new BurrowConfig(
                section.bool("enabled", true),
                listeners,
                new BurrowOptions(
                        section.string("access-control-allow-origin", usual.allowOrigin()),
                        section.bool("v2", usual.v2()),
                        section.bool("unescape-again", usual.unescapeAgain()),
                        section.bool("dense-offsets", usual.denseOffsets())));
    }
}
