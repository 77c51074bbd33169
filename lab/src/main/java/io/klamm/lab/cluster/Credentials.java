package io.klamm.lab.cluster;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who may connect to a lab with SASL: user names and passwords. Never shows a password. */
final class Credentials {

    private static final int PASSWORD_BYTES = 18;

    private final SortedMap<String, String> passwords;

    Credentials(Map<String, String> passwords) {
        this.passwords = new TreeMap<>(passwords);
    }

    /** The lab's two users with new random passwords, and the further users as given. */
    static Credentials create(Map<String, String> further) {
        Map<String, String> passwords = new LinkedHashMap<>();
        SecureRandom random = new SecureRandom();
        passwords.put(Names.ADMIN, password(random));
        passwords.put(Names.USER, password(random));
        passwords.putAll(further);
        return new Credentials(passwords);
    }

    SortedMap<String, String> passwords() {
        return new TreeMap<>(passwords);
    }

    /** What a client of this user must be told, without the addresses. */
    Map<String, String> client(Sasl sasl, String user) {
        Map<String, String> client = new TreeMap<>();
        client.put("security.protocol", sasl.protocol());
        if (sasl == Sasl.NONE) {
            return client;
        }
        client.put("sasl.mechanism", sasl.mechanism());
        client.put("sasl.jaas.config", sasl == Sasl.PLAIN ? plain(user, false) : scram(user));
        return client;
    }

    /** A PLAIN login; {@code server} adds the table of all users that a broker checks against. */
    String plain(String user, boolean server) {
        String table = passwords.entrySet().stream()
                .map(entry -> " user_" + entry.getKey() + "=" + quoted(entry.getValue()))
                .collect(Collectors.joining());
        return "org.apache.kafka.common.security.plain.PlainLoginModule required" + login(user) + (server ? table : "")
                + ";";
    }

    String scram(String user) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required" + login(user) + ";";
    }

    private String login(String user) {
        String password = passwords.get(user);
        if (password == null) {
            throw new IllegalArgumentException("user: " + user + " (expected: one of " + passwords.keySet() + ")");
        }
        return " username=" + quoted(user) + " password=" + quoted(password);
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Credentials" + passwords.keySet();
    }
}
