package io.klamm.storage.remote.write;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A version of remote write, with what names it in headers. */
public enum WriteProtocol {
    V1("application/x-protobuf", "0.1.0"),
    V2("application/x-protobuf;proto=io.prometheus.write.v2.Request", "2.0.0");

    private static final String TYPE = "application/x-protobuf";

    private final String contentType;
    private final String version;

    WriteProtocol(String contentType, String version) {
        this.contentType = contentType;
        this.version = version;
    }

    public String contentType() {
        return contentType;
    }

    /** The value of {@code X-Prometheus-Remote-Write-Version}. */
    public String version() {
        return version;
    }

    /** The version that a content type stands for; without one it is the first, as old senders sent none. Empty for any other type. */
    static Optional<WriteProtocol> of(@Nullable String contentType) {
        if (contentType == null || contentType.isBlank()) {
            return Optional.of(V1);
        }
        String[] parts = contentType.split(";", -1);
        if (!parts[0].strip().toLowerCase(Locale.ROOT).equals(TYPE)) {
            return Optional.empty();
        }
        Optional<WriteProtocol> protocol = Optional.of(V1);
        for (int i = 1; i < parts.length; i++) {
            String[] parameter = parts[i].strip().split("=", 2);
            if (parameter.length != 2) {
                return Optional.empty();
            }
            if (parameter[0].strip().toLowerCase(Locale.ROOT).equals("proto")) {
                protocol = ofMessage(parameter[1].strip());
            }
        }
        return protocol;
    }

    private static Optional<WriteProtocol> ofMessage(String message) {
        return switch (message.replace("\"", "")) {
            case "prometheus.WriteRequest" -> Optional.of(V1);
            case "io.prometheus.write.v2.Request" -> Optional.of(V2);
            default -> Optional.empty();
        };
    }
}
