package io.klamm.promql;

import io.klamm.testing.HouseRules;
import java.util.List;

class PromqlHouseRulesTest extends HouseRules {

    @Override
    protected List<String> allowedRooms() {
        return List.of("model", "storage");
    }

    @Override
    protected List<String> homeOf() {
        return List.of("com.google.re2j");
    }
}
