package io.klamm.model.verdict;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sentences with places for facts: {@code {lag}} for a number, {@code {silence:time}} for a duration in milliseconds. Pure. */
final class Words {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(:time)?}");
    private static final long[] MILLIS = {86_400_000, 3_600_000, 60_000, 1_000};
    private static final String[] ENGLISH = {" d", " h", " min", " s"};
    private static final String[] KOREAN = {"일", "시간", "분", "초"};

    private Words() {}

    /** The sentence with its facts; a fact that is missing is written {@code ?}. */
    static String fill(String sentence, Language language, Map<String, Long> facts) {
        return PLACE.matcher(sentence)
                .replaceAll(place -> Matcher.quoteReplacement(text(place.group(1), place.group(2), language, facts)));
    }

    private static String text(String name, @Nullable String time, Language language, Map<String, Long> facts) {
        Long value = facts.get(name);
        if (value == null) {
            return "?";
        }
        return time == null ? number(value) : duration(value, language);
    }

    /** With thousands separators; both languages write numbers alike. */
    static String number(long value) {
        StringBuilder text = new StringBuilder(Long.toString(value));
        int first = value < 0 ? 1 : 0;
        for (int at = text.length() - 3; at > first; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    /** The two largest units, such as {@code 2 min 5 s}; more precision than that helps nobody. */
    static String duration(long millis, Language language) {
        String[] units = language == Language.KOREAN ? KOREAN : ENGLISH;
        long rest = Math.max(0, millis);
        for (int unit = 0; unit < MILLIS.length; unit++) {
            if (rest >= MILLIS[unit]) {
                return rest / MILLIS[unit] + units[unit] + smaller(rest % MILLIS[unit], unit + 1, units);
            }
        }
        return "0" + units[units.length - 1];
    }

    private static String smaller(long rest, int unit, String[] units) {
        if (unit == MILLIS.length || rest < MILLIS[unit]) {
            return "";
        }
        return " " + rest / MILLIS[unit] + units[unit];
    }
}
