package io.klamm.cmd;

import io.klamm.testing.HouseRules;
import java.util.List;

class CmdHouseRulesTest extends HouseRules {

    @Override
    protected List<String> allowedRooms() {
        return List.of(
                "model",
                "config",
                "storage",
                "tsdb",
                "promql",
                "metrics",
                "discovery",
                "scrape",
                "kafka",
                "collector",
                "lag",
                "lab",
                "web",
                "rules",
                "notifier");
    }

    @Override
    protected List<String> homeOf() {
        return List.of("picocli", "com.fasterxml.jackson", "ch.qos.logback");
    }
}
