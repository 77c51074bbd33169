package io.klamm.cmd;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a sub-command finds a running server. */
final class ServerOptions {

    static final String DEFAULT_URL = "http://127.0.0.1:8080";

    /** The password is read from the environment, because a command line is seen by every user of the machine. */
    static final String PASSWORD_VARIABLE = "KLAMM_PASSWORD";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "address of a running server; where it asks for a login, put the password into KLAMM_PASSWORD")
    @Nullable
    String url;

    ServerApi api(String defaultUrl, Map<String, String> environment) {
        return new ServerApi(url == null ? defaultUrl : url, environment.get(PASSWORD_VARIABLE));
    }
}
