package io.klamm.cmd.burrow;

import io.klamm.config.burrow.BurrowConfig;
import io.klamm.config.burrow.ClientProfile;
import io.klamm.config.burrow.Sasl;
import io.klamm.config.burrow.Tls;
import io.klamm.kafka.ClientProperties;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What Kafka's Java clients are told for each client profile. */
final class ProfileClients {

    private static final int USUAL_REQUEST_SECONDS = 60;
    private static final int USUAL_DIAL_SECONDS = 30;

    private final BurrowConfig config;
    private final Remarks remarks;
    private final Map<String, ClientProperties> made = new HashMap<>();

    ProfileClients(BurrowConfig config, Remarks remarks) {
        this.config = config;
        this.remarks = remarks;
    }

    /** The properties of the profile of that name, made once; without any where something is wrong, which is told. */
    ClientProperties of(Optional<String> name) {
        ClientProfile profile = config.profile(name);
        return made.computeIfAbsent(profile.name(), known -> properties(profile));
    }

    private ClientProperties properties(ClientProfile profile) {
        Map<String, String> all = new TreeMap<>();
        all.put("client.id", profile.clientId());
        Optional<Tls> tls =
                profile.tls().flatMap(name -> Optional.ofNullable(config.tls().get(name)));
        Optional<Sasl> sasl =
                profile.sasl().flatMap(name -> Optional.ofNullable(config.sasl().get(name)));
        all.put("security.protocol", (sasl.isPresent() ? "SASL_" : "") + (tls.isPresent() ? "SSL" : "PLAINTEXT"));
        tls.ifPresent(found -> all.putAll(new TlsProperties(found, remarks).values()));
        sasl.ifPresent(found -> all.putAll(SaslProperties.of(found.login())));
        putTimeouts(profile, all);
        sasl.filter(found -> tls.isEmpty()).ifPresent(found -> warnOfPlainWire(profile, found));
        try {
            return new ClientProperties(all);
        } catch (IllegalArgumentException refused) {
            remarks.problem("client-profile." + profile.name(), String.valueOf(refused.getMessage()));
            return new ClientProperties(Map.of());
        }
    }

    private void warnOfPlainWire(ClientProfile profile, Sasl sasl) {
        String mechanism = sasl.login().mechanism();
        if (mechanism.equals("PLAIN") || mechanism.equals("OAUTHBEARER")) {
            remarks.warning(
                    "client-profile." + profile.name(),
                    mechanism + " without tls: what logs in can be read on the wire");
        }
    }

    private static void putTimeouts(ClientProfile profile, Map<String, String> all) {
        profile.dialTimeout().filter(time -> !time.isZero()).ifPresent(time -> {
            all.put("socket.connection.setup.timeout.ms", millis(time));
            all.put("socket.connection.setup.timeout.max.ms", millis(longer(time, USUAL_DIAL_SECONDS)));
        });
        profile.readTimeout().filter(time -> !time.isZero()).ifPresent(time -> {
            all.put("request.timeout.ms", millis(time));
            // Kafka refuses a call that may take less time than one of its requests.
            all.put("default.api.timeout.ms", millis(longer(time, USUAL_REQUEST_SECONDS)));
        });
    }

    private static Duration longer(Duration time, int seconds) {
        return time.toSeconds() > seconds ? time : Duration.ofSeconds(seconds);
    }

    private static String millis(Duration time) {
        return Long.toString(Math.min(time.toMillis(), Integer.MAX_VALUE));
    }
}
