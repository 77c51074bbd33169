package io.klamm.kafka;

import io.klamm.testing.HouseRules;
import java.util.List;

class KafkaHouseRulesTest extends HouseRules {

    @Override
    protected List<String> allowedRooms() {
        return List.of("model", "config");
    }

    @Override
    protected List<String> homeOf() {
        return List.of("org.apache.kafka", "com.google.re2j");
    }
}
