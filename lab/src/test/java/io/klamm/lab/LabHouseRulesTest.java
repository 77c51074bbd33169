package io.klamm.lab;

import io.klamm.testing.HouseRules;
import java.util.List;

class LabHouseRulesTest extends HouseRules {

    @Override
    protected List<String> allowedRooms() {
        return List.of();
    }

    @Override
    protected List<String> homeOf() {
        return List.of("org.apache.kafka");
    }
}
