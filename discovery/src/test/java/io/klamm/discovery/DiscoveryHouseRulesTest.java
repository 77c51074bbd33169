package io.klamm.discovery;

import io.klamm.testing.HouseRules;
import java.util.List;

class DiscoveryHouseRulesTest extends HouseRules {

    @Override
    protected List<String> allowedRooms() {
        return List.of("model", "config");
    }

    @Override
    protected List<String> homeOf() {
        return List.of();
    }
}
