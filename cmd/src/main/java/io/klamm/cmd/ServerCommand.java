package io.klamm.cmd;

import io.klamm.cmd.burrow.BurrowSetup;
import io.klamm.cmd.server.Server;
import io.klamm.cmd.server.ServerSettings;
import io.klamm.config.Loaded;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code klamm server}: watches clusters until it is told to stop. SIGHUP reloads. */
@Command(name = "server", description = "Watches clusters, and answers on one port.")
final class ServerCommand extends Subcommand {

    private static final String KRB5_CONF = "java.security.krb5.conf";

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    @Override
    public Integer call() throws InterruptedException {
        Loaded<ServerSettings> loaded = settings.load();
        if (loaded.value().isEmpty()) {
            throw new UserException(
                    loaded.text() + "\n" + loaded.problems().size() + " problem(s), nothing was started",
                    UserException.USAGE);
        }
        loaded.warnings().forEach(warning -> err().println("klamm: warning: " + warning.text()));
        loaded.orThrow().burrow().flatMap(BurrowSetup::krb5Conf).ifPresent(ServerCommand::useKerberosConfig);
        Server server = new Server(loaded.orThrow(), settings::load, BuildInfo.version(), Clock.systemUTC());
        Stop stop = Stop.onSignal();
        try (server) {
            start(server);
            Signals.onHangUp(server::reload);
            out().println("Klamm listens at " + server.url());
            server.newPassword().ifPresent(this::tellPassword);
            stop.await();
        } finally {
            stop.done();
        }
        return 0;
    }

    /** Java reads it once, at the first login; what the command line of the JVM says wins. */
    private static void useKerberosConfig(Path file) {
        if (System.getProperty(KRB5_CONF) == null) {
            System.setProperty(KRB5_CONF, file.toString());
        }
    }

    private static void start(Server server) {
        try {
            server.start();
        } catch (IOException e) {
            throw new UserException(String.valueOf(e.getMessage()));
        }
    }

    private void tellPassword(String password) {
        out().println("Log in as admin with the password " + password
                + " (it is not shown again; only its hash is kept)");
    }
}
