package io.klamm.cmd.burrow;

import io.klamm.config.burrow.BurrowConfig;
import io.klamm.config.burrow.Sasl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The one Kerberos configuration of a process: Java knows no second. */
final class KerberosConfig {

    private final BurrowConfig config;
    private final Remarks remarks;

    KerberosConfig(BurrowConfig config, Remarks remarks) {
        this.config = config;
        this.remarks = remarks;
    }

    /** The file that the logins name; empty where they name none but the machine's own. */
    Optional<Path> path() {
        List<String> paths = config.sasl().values().stream()
                .flatMap(sasl -> sasl.login() instanceof Sasl.Kerberos kerberos
                        ? Optional.of(kerberos.configPath()).stream()
                        : Optional.<String>empty().stream())
                .distinct()
                .toList();
        if (paths.size() > 1) {
            remarks.problem(
                    "sasl",
                    "kerberosConfigPath: " + String.join(", ", paths)
                            + " (expected: the same for all, as a process of Java knows one only)");
        }
        paths.stream()
                .filter(path -> !Files.isReadable(Path.of(path)))
                .forEach(path ->
                        remarks.problem("sasl", "kerberosConfigPath: " + path + " (expected: a readable file)"));
        return paths.stream()
                .filter(path -> !path.equals(Sasl.KRB5_CONF))
                .findFirst()
                .map(Path::of);
    }
}
