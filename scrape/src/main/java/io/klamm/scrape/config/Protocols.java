package io.klamm.scrape.config;

import io.klamm.config.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code scrape_protocols} and {@code fallback_scrape_protocol}. */
final class Protocols {

    private static final String PROTOBUF = "PrometheusProto";

    private Protocols() {}

    static List<ScrapeProtocol> bind(Section section, List<ScrapeProtocol> usual) {
        List<ScrapeProtocol> protocols = new ArrayList<>();
        for (String word : section.strings("scrape_protocols")) {
            Optional<ScrapeProtocol> known = ScrapeProtocol.ofWord(word);
            if (word.equals(PROTOBUF)) {
                section.warning("scrape_protocols", PROTOBUF + " is not built in Klamm, the others are asked for");
            } else if (known.isEmpty()) {
                section.problem("scrape_protocols", unknown(word));
            } else if (protocols.contains(known.get())) {
                section.problem("scrape_protocols", "duplicated protocol in scrape_protocols, got " + word);
            } else {
                protocols.add(known.get());
            }
        }
        return protocols.isEmpty() ? usual : protocols;
    }

    static Optional<ScrapeProtocol> fallback(Section section) {
        Optional<String> word = section.optionalString("fallback_scrape_protocol");
        Optional<ScrapeProtocol> known = word.flatMap(ScrapeProtocol::ofWord);
        if (word.isPresent() && known.isEmpty()) {
            section.problem("fallback_scrape_protocol", unknown(word.get()));
        }
        return known;
    }

    private static String unknown(String word) {
        return "unknown scrape protocol " + word + " (expected: one of " + String.join(", ", ScrapeProtocol.words())
                + ")";
    }
}
