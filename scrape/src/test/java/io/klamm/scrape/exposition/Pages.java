package io.klamm.scrape.exposition;

import io.klamm.scrape.exposition.ExpositionReader.Entry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads whole pages for tests. */
final class Pages {

    private Pages() {}

    /** Each entry of a page on a line of its own, as the reader tells it. */
    static List<String> entries(ExpositionFormat format, String page) throws ExpositionException {
        return entries(format, page.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> entries(ExpositionFormat format, byte[] page) throws ExpositionException {
        ExpositionReader reader = ExpositionReader.of(format);
        reader.begin(page, 0, page.length);
        List<String> entries = new ArrayList<>();
        for (Entry entry = reader.next(); entry != Entry.END; entry = reader.next()) {
            entries.add(text(reader, entry));
        }
        return entries;
    }

    /** Why a page is refused. */
    static String refusal(ExpositionFormat format, String page) {
        return refusal(format, page.getBytes(StandardCharsets.UTF_8));
    }

    static String refusal(ExpositionFormat format, byte[] page) {
        try {
            return "accepted: " + entries(format, page);
        } catch (ExpositionException e) {
            return String.valueOf(e.getMessage());
        }
    }

    static String text(ExpositionReader reader, Entry entry) throws ExpositionException {
        return switch (entry) {
            case SAMPLE ->
                reader.series() + " " + reader.value()
                        + (reader.hasTimestamp() ? " @" + reader.timestamp() : "")
                        + reader.exemplar(-1).map(each -> " # " + each).orElse("");
            case TYPE -> "TYPE " + reader.family() + " " + reader.type().word();
            case HELP -> "HELP " + reader.family() + " " + reader.text();
            case UNIT -> "UNIT " + reader.family() + " " + reader.text();
            case END -> "END";
        };
    }
}
