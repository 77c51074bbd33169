package io.klamm.model;

import io.klamm.testing.HouseRules;
import java.util.List;

/** The walls of {@code model}; here, because {@code model} itself may not even test with another room. */
class ModelHouseRulesTest extends HouseRules {

    @Override
    protected List<String> allowedRooms() {
        return List.of();
    }
}
