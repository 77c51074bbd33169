package io.klamm.notifier;

import io.klamm.testing.HouseRules;
import java.util.List;

class NotifierHouseRulesTest extends HouseRules {

    @Override
    protected List<String> allowedRooms() {
        return List.of("model", "storage", "config", "template", "discovery");
    }

    @Override
    protected List<String> homeOf() {
        return List.of("com.google.re2j", "com.fasterxml.jackson", "jakarta.mail");
    }
}
