package io.klamm.config;

import io.klamm.testing.HouseRules;
import java.util.List;

class ConfigHouseRulesTest extends HouseRules {

    @Override
    protected List<String> allowedRooms() {
        return List.of("model");
    }

    @Override
    protected List<String> homeOf() {
        return List.of("org.snakeyaml", "org.tomlj");
    }
}
