package io.klamm.cmd.burrow;

import io.klamm.config.burrow.Tls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** How Kafka's Java clients speak TLS, from the PEM files of a {@code tls} section. */
final class TlsProperties {

    private static final int LARGEST_FILE = 1 << 20;
    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----";

    private final Tls tls;
    private final Remarks remarks;

    TlsProperties(Tls tls, Remarks remarks) {
        this.tls = tls;
        this.remarks = remarks;
    }

    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        tls.caFile().ifPresent(file -> {
            values.put("ssl.truststore.type", "PEM");
            values.put("ssl.truststore.certificates", certificates("cafile", file));
        });
        tls.certFile().ifPresent(file -> {
            values.put("ssl.keystore.type", "PEM");
            values.put("ssl.keystore.certificate.chain", certificates("certfile", file));
        });
        tls.keyFile().ifPresent(file -> values.put("ssl.keystore.key", key(file)));
        if (tls.noVerify()) {
            values.put("ssl.endpoint.identification.algorithm", "");
            remarks.warning(
                    path("noverify"),
                    "Klamm does not compare host names then, but still checks that the certificate comes from "
                            + (tls.caFile().isPresent()
                                    ? "cafile"
                                    : "an authority that Java trusts; name your own in cafile"));
        }
        return values;
    }

    private String certificates(String key, String file) {
        String text = text(key, file);
        if (!text.isEmpty() && !text.contains(CERTIFICATE)) {
            remarks.problem(path(key), file + " (expected: certificates in PEM, each after " + CERTIFICATE + ")");
        }
        return text;
    }

    private String key(String file) {
        String text = text("keyfile", file);
        if (text.isEmpty()) {
            return text;
        }
        try {
            return PrivateKeyPem.asPkcs8(text);
        } catch (IllegalArgumentException refused) {
            remarks.problem(path("keyfile"), file + ": " + refused.getMessage());
            return "";
        }
    }

    private String text(String key, String file) {
        try {
            Path path = Path.of(file);
            if (Files.size(path) <= LARGEST_FILE) {
                return Files.readString(path, StandardCharsets.ISO_8859_1);
            }
            remarks.problem(path(key), file + ": too large (expected: at most 1 MiB)");
        } catch (IOException | IllegalArgumentException unreadable) {
            remarks.problem(
                    path(key), file + ": " + unreadable.getClass().getSimpleName() + " (expected: a readable file)");
        }
        return "";
    }

    private String path(String key) {
        return "tls." + tls.name() + "." + key;
    }
}
