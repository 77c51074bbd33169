package io.klamm.metrics;

import io.klamm.testing.HouseRules;
import java.util.List;

class MetricsHouseRulesTest extends HouseRules {

    @Override
    protected List<String> allowedRooms() {
        return List.of("model", "storage");
    }
}
