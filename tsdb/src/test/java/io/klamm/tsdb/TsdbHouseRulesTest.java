package io.klamm.tsdb;

import io.klamm.testing.HouseRules;
import java.util.List;

class TsdbHouseRulesTest extends HouseRules {

    @Override
    protected List<String> allowedRooms() {
        return List.of("model", "storage", "config");
    }

    @Override
    protected List<String> homeOf() {
        return List.of("org.roaringbitmap");
    }
}
