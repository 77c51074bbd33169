package io.klamm.config.burrow;

import io.klamm.config.Section;
import java.util.Optional;

/**
 * One section of {@code tls}.
 *
 * @param caFile PEM certificates that are trusted; without it those of the machine
 * @param certFile PEM certificate to show; present exactly when the key is
 * @param noVerify whether no certificate of the other side is checked
 */
public record Tls(
        String name, Optional<String> caFile, Optional<String> certFile, Optional<String> keyFile, boolean noVerify) {

    static Tls bind(String name, Section section) {
        Tls tls = new Tls(
                name,
                section.optionalString("cafile"),
                section.optionalString("certfile"),
                section.optionalString("keyfile"),
                section.value("noverify", Values.BOOL, false));
        if (tls.certFile().isPresent() != tls.keyFile().isPresent()) {
            String missing = tls.certFile().isPresent() ? "keyfile" : "certfile";
            section.problem(missing, "missing (expected: both certfile and keyfile, or neither)");
        }
        return tls;
    }
}
