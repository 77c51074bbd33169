package io.klamm.rules.file;

import java.util.SortedMap;

/** A rule as its file has it. */
public sealed interface Rule permits AlertingRule, RecordingRule {

    /** The alert's name, or that of the series it records. */
    String name();

    /** Its PromQL expression, as written. */
    String expr();

    /** Labels that are set on what it gives, its group's among them; an empty value takes a label away. */
    SortedMap<String, String> labels();
}
