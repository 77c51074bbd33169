package io.klamm.scrape;

import io.klamm.testing.HouseRules;
import java.util.List;

class ScrapeHouseRulesTest extends HouseRules {

    @Override
    protected List<String> allowedRooms() {
        return List.of("model", "storage", "config", "discovery");
    }

    @Override
    protected List<String> homeOf() {
        return List.of("com.google.re2j");
    }
}
