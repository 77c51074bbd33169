package io.klamm.rules.file;

import java.util.SortedMap;

/** What must differ between two rules so that what they give can be told apart. */
record Twin(boolean alert, String name, SortedMap<String, String> labels) {

    static Twin of(Rule rule) {
        return new Twin(rule instanceof AlertingRule, rule.name(), rule.labels());
    }
}
