package io.klamm.config.burrow;

import io.klamm.config.Section;

/**
 * The section {@code general}.
 *
 * @param accessControlAllowOrigin what browsers are told about other sites' pages; empty for nothing
 * @param envVarPrefix what names of variables that win over the file begin with
 */
public record General(String pidfile, String stdoutLogfile, String accessControlAllowOrigin, String envVarPrefix) {

    static final String PREFIX = "burrow";

    static General bind(Section section) {
        return new General(
                section.string("pidfile", "burrow.pid"),
                section.string("stdout-logfile", ""),
                section.string("access-control-allow-origin", ""),
                prefix(section));
    }

    static String prefix(Section section) {
        return section.string("env-var-prefix", PREFIX);
    }
}
