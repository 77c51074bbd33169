package io.klamm.web.prometheus;

import io.klamm.model.rule.RuleGroupView;
import java.util.List;

/** Which rules there are, how they fare, and who is told of their alerts. Safe from any thread; answers at once. */
public interface RuleViews {

    /** No rules, and nobody to tell. */
    RuleViews NONE = new RuleViews() {
        @Override
        public List<RuleGroupView> groups() {
            return List.of();
        }

        @Override
        public List<String> alertmanagers() {
            return List.of();
        }
    };

    /** All groups, in the order of their files. */
    List<RuleGroupView> groups();

    /** The addresses to which alerts go: {@code http://host:port/api/v2/alerts}. */
    List<String> alertmanagers();
}
