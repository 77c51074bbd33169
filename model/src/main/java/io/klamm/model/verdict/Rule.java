package io.klamm.model.verdict;

import java.util.Map;

/**
 * The rules by which a verdict is reached, each with its words. In the words a name in braces stands for the fact of that name, and {@code
 * {name:time}} for one in milliseconds, written as a duration.
 */
public enum Rule {
    CAUGHT_UP(Verdict.OK, "Nothing is left to read.", "읽을 레코드가 남아 있지 않습니다.");

    private final Verdict verdict;
    private final String english;
    private final String korean;

    Rule(Verdict verdict, String english, String korean) {
        this.verdict = verdict;
        this.english = english;
        this.korean = korean;
    }

    /** The verdict that it leads to. */
    public Verdict verdict() {
        return verdict;
    }

    /** The rule in words. */
    String text(Language language, Map<String, Long> facts) {
        String text = language == Language.KOREAN ? korean : english;
        for (Map.Entry<String, Long> fact : facts.entrySet()) {
            text = text.replace("{" + fact.getKey() + "}", Long.toString(fact.getValue()));
        }
        return text;
    }
}
