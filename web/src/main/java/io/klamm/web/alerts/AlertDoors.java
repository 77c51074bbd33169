package io.klamm.web.alerts;

import java.util.Optional;

/**
 * What alerts and rules are answered from.
 *
 * @param alerts empty where there is no notifier
 * @param rules empty where there are no rules
 */
public record AlertDoors(Optional<AlertDesk> alerts, Optional<RuleDesk> rules) {

    /** No alerting at all. */
    public static AlertDoors none() {
        return new AlertDoors(Optional.empty(), Optional.empty());
    }
}
