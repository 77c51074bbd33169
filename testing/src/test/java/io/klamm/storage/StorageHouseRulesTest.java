package io.klamm.storage;

import io.klamm.testing.HouseRules;
import java.util.List;

class StorageHouseRulesTest extends HouseRules {

    @Override
    protected List<String> allowedRooms() {
        return List.of("model");
    }

    @Override
    protected List<String> homeOf() {
        return List.of("com.google.re2j", "io.airlift");
    }
}
