package io.klamm.template;

import io.klamm.testing.HouseRules;
import java.util.List;

class TemplateHouseRulesTest extends HouseRules {

    @Override
    protected List<String> allowedRooms() {
        return List.of("model");
    }

    @Override
    protected List<String> homeOf() {
        return List.of("com.google.re2j");
    }
}
