package io.klamm.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Chooses a form of an answer by the q-values of a request's {@code Accept} and {@code Accept-Encoding} headers. */
final class Negotiation {

    static final String IDENTITY = "identity";
    static final String GZIP = "gzip";
    static final String DEFLATE = "deflate";
    static final String ZSTD = "zstd";
    static final String BROTLI = "br";

    /** Less than any q-value that can be written. */
    private static final double UNSAID = 0.000_1;

    private static final String OPEN_METRICS = "application/openmetrics-text";

    private Negotiation() {}

    /** One element of such a header: its value in lower case, its parameters, its weight. */
    private record Range(String value, Map<String, String> parameters, double q) {}

    /** The coding with the highest weight among those offered, the first of equals; identity when none is wanted. */
    static String encoding(@Nullable String acceptEncoding, List<String> offered) {
        String best = IDENTITY;
        double bestQ = weight(ranges(acceptEncoding), IDENTITY, UNSAID);
        for (String coding : offered) {
            double q = weight(ranges(acceptEncoding), coding, 0);
            if (q > bestQ || (q == bestQ && q > 0 && best.equals(IDENTITY))) {
                best = coding;
                bestQ = q;
            }
        }
        return best;
    }

    private static double weight(List<Range> ranges, String coding, double unsaid) {
        double any = unsaid;
        for (Range range : ranges) {
            if (range.value().equals(coding)) {
                return range.q();
            }
            if (range.value().equals("*")) {
                any = range.q();
            }
        }
        return any;
    }

    /** True when OpenMetrics 1.0.0 is asked for by name, and no less than the text format. */
    static boolean openMetrics(@Nullable String accept) {
        double open = 0;
        double text = 0;
        int textRank = 0;
        for (Range range : ranges(accept)) {
            String version = range.parameters().get("version");
            if (range.value().equals(OPEN_METRICS) && (version == null || version.equals("1.0.0"))) {
                open = Math.max(open, range.q());
            }
            int rank = version == null || version.equals("0.0.4") ? textRank(range.value()) : 0;
            if (rank > textRank || (rank == textRank && range.q() > text)) {
                text = range.q();
                textRank = rank;
            }
        }
        return open > 0 && open >= text;
    }

    /** How exactly a media range means {@code text/plain}; 0 when it does not. */
    private static int textRank(String range) {
        return switch (range) {
            case "text/plain" -> 3;
            case "text/*" -> 2;
            case "*/*" -> 1;
            default -> 0;
        };
    }

    /** True when a client, such as a browser that opens a page, names HTML among what it accepts. */
    static boolean html(@Nullable String accept) {
        return ranges(accept).stream().anyMatch(range -> range.value().equals("text/html") && range.q() > 0);
    }

    private static List<Range> ranges(@Nullable String header) {
        List<Range> ranges = new ArrayList<>();
        if (header != null) {
            for (String element : header.toLowerCase(Locale.ROOT).split(",", -1)) {
                if (!element.isBlank()) {
                    ranges.add(range(element));
                }
            }
        }
        return ranges;
    }

    private static Range range(String element) {
        String[] parts = element.split(";", -1);
        Map<String, String> parameters = new TreeMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] parameter = parts[i].split("=", 2);
            parameters.put(parameter[0].strip(), parameter.length < 2 ? "" : unquoted(parameter[1].strip()));
        }
        return new Range(parts[0].strip(), parameters, q(parameters.get("q")));
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** A weight that is not of its form counts as none. */
    private static double q(@Nullable String text) {
        if (text == null) {
            return 1;
        }
        return text.matches("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(text) : 0;
    }
}
