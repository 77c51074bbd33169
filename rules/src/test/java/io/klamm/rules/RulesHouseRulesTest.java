package io.klamm.rules;

import io.klamm.testing.HouseRules;
import java.util.List;

class RulesHouseRulesTest extends HouseRules {

    @Override
    protected List<String> allowedRooms() {
        return List.of("model", "storage", "config", "promql", "template");
    }
}
