package io.klamm.model.alert;

import java.util.List;

/**
 * Both ways in which matchers are written. The older takes almost anything as a value, the newer any name; a text that is good in both means what it
 * meant in the older.
 */
final class MatcherText {

    private MatcherText() {}

    static List<AlertMatcher> read(String text) {
        return ClassicMatchers.read(text).orElseGet(() -> new MatcherParser(text).matchers());
    }
}
