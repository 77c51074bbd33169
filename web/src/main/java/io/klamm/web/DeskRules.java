package io.klamm.web;

import io.klamm.model.rule.RuleGroupView;
import io.klamm.web.alerts.RuleDesk;
import io.klamm.web.prometheus.RuleViews;
import java.util.List;
import java.util.function.Supplier;

/**
 * What Prometheus's API says of our rules.
 *
 * @param address where alerts go; read at each request, for the port is known only after the start
 */
record DeskRules(RuleDesk desk, Supplier<List<String>> address) implements RuleViews {

    @Override
    public List<RuleGroupView> groups() {
        return desk.groups();
    }

    @Override
    public List<String> alertmanagers() {
        return address.get();
    }
}
