package io.klamm.web;

import io.klamm.testing.HouseRules;
import java.util.List;

class WebHouseRulesTest extends HouseRules {

    @Override
    protected List<String> allowedRooms() {
        return List.of("model", "config", "storage", "metrics", "promql");
    }

    @Override
    protected List<String> homeOf() {
        return List.of("io.vertx", "io.netty", "com.fasterxml.jackson", "io.prometheus");
    }
}
