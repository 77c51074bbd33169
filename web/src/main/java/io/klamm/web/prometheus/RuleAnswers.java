package io.klamm.web.prometheus;

import io.klamm.model.rule.ActiveAlert;
import io.klamm.model.rule.RuleGroupView;
import io.klamm.model.rule.RuleView;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Answers what is asked of rules and of their alerts. */
final class RuleAnswers {

    private final RuleViews views;

    RuleAnswers(RuleViews views) {
        this.views = views;
    }

    PrometheusAnswer rules(Parameters parameters) throws ApiProblem {
        RuleFilter filter = RuleFilter.of(parameters);
        List<RuleGroupView> groups = new ArrayList<>();
        for (RuleGroupView group : views.groups()) {
            List<RuleView> rules = filter.wants(group)
                    ? group.rules().stream().filter(filter::wants).toList()
                    : List.<RuleView>of();
            if (!rules.isEmpty()) {
                groups.add(with(group, rules));
            }
        }
        return page(parameters, groups, filter.withAlerts());
    }

    private static RuleGroupView with(RuleGroupView group, List<RuleView> rules) {
        return new RuleGroupView(
                group.name(),
                group.file(),
                group.interval(),
                group.queryOffset(),
                group.limit(),
                group.lastEvaluation(),
                group.evaluationTime(),
                rules);
    }

    private static PrometheusAnswer page(Parameters parameters, List<RuleGroupView> groups, boolean withAlerts)
            throws ApiProblem {
        int from = start(parameters, groups);
        int limit = limit(parameters);
        int to = limit == 0 ? groups.size() : (int) Math.min(groups.size(), (long) from + limit);
        return Envelope.success(json -> {
            json.raw("{\"groups\":");
            TargetAnswers.array(json, groups.subList(from, to), (out, group) -> RuleJson.group(out, group, withAlerts));
            if (to < groups.size()) {
                json.raw(",\"groupNextToken\":").text(token(groups.get(to)));
            }
            json.raw('}');
        });
    }

    private static int limit(Parameters parameters) throws ApiProblem {
        int limit = Limit.of(parameters, "group_limit");
        if (parameters.has("group_limit") && limit == 0) {
            throw ApiProblem.parameter("group_limit", "group_limit needs to be greater than 0");
        }
        return limit;
    }

    /** The place of the group that a page begins with. */
    private static int start(Parameters parameters, List<RuleGroupView> groups) throws ApiProblem {
        String token = parameters.get("group_next_token");
        if (token.isEmpty()) {
            return 0;
        }
        if (!parameters.has("group_limit")) {
            throw ApiProblem.parameter("group_limit", "group_limit needs to be specified to paginate over the groups");
        }
        for (int i = 0; i < groups.size(); i++) {
            if (token(groups.get(i)).equals(token)) {
                return i;
            }
        }
        throw ApiProblem.parameter("group_next_token", "no group of \"" + token + "\"; were rule groups changed?");
    }

    private static String token(RuleGroupView group) {
        try {
            byte[] name = (group.file() + ";" + group.name()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: missing (expected: in every Java)", e);
        }
    }

    PrometheusAnswer alerts() throws ApiProblem {
        List<ActiveAlert> alerts = views.groups().stream()
                .flatMap(group -> group.rules().stream())
                .filter(RuleView.Alerting.class::isInstance)
                .flatMap(rule -> ((RuleView.Alerting) rule).alerts().stream())
                .toList();
        return Envelope.success(json -> {
            json.raw("{\"alerts\":");
            TargetAnswers.array(json, alerts, RuleJson::alert);
            json.raw('}');
        });
    }

    PrometheusAnswer alertmanagers() throws ApiProblem {
        return Envelope.success(json -> {
            json.raw("{\"activeAlertmanagers\":");
            TargetAnswers.array(json, views.alertmanagers(), (out, url) -> out.raw("{\"url\":")
                    .text(url)
                    .raw('}'));
            json.raw(",\"droppedAlertmanagers\":[]}");
        });
    }
}
