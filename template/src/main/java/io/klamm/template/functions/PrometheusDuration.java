package io.klamm.template.functions;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** Durations as Prometheus writes them: {@code 1h30m}. */
final class PrometheusDuration {

    private static final Pattern FORM =
            Pattern.compile("^(?:(\\d+)y)?(?:(\\d+)w)?(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?(?:(\\d+)ms)?$");
    private static final double[] SECONDS = {31_536_000, 604_800, 86_400, 3_600, 60, 1, 0.001};

    private PrometheusDuration() {}

    /** In seconds. */
    static double seconds(String text) {
        if (text.equals("0")) {
            return 0;
        }
        if (text.isEmpty()) {
            throw new IllegalArgumentException("empty duration string");
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a valid duration string: \"" + text + "\"");
        }
        double seconds = 0;
        for (int i = 0; i < SECONDS.length; i++) {
            String count = matcher.group(i + 1);
            seconds += count == null ? 0 : Double.parseDouble(count) * SECONDS[i];
        }
        return seconds;
    }
}
