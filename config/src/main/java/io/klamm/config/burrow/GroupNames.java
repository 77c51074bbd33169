package io.klamm.config.burrow;

import io.klamm.config.Format;
import io.klamm.config.Section;
import java.util.Optional;

/**
 * Which groups a module looks at: those in whose name {@code allow} is found anywhere, and {@code deny} nowhere.
 *
 * @param allow empty for every group
 * @param deny wins over {@code allow}
 */
public record GroupNames(Optional<String> allow, Optional<String> deny) {

    public static final GroupNames ALL = new GroupNames(Optional.empty(), Optional.empty());

    static GroupNames bind(Section section, Format<String> regex) {
        return new GroupNames(
                either(section, "group-allowlist", "group-whitelist", regex),
                either(section, "group-denylist", "group-blacklist", regex));
    }

    private static Optional<String> either(Section section, String key, String older, Format<String> regex) {
        Optional<String> now = section.optional(key, regex);
        Optional<String> before = section.optional(older, regex);
        if (section.has(older)) {
            section.warning(
                    older, "the older name of " + key + " is taken too, but newer Burrows do not start with it");
        }
        if (now.isPresent() && before.isPresent()) {
            section.problem(older, "given beside " + key + " (expected: one of them)");
        }
        return now.or(() -> before);
    }
}
