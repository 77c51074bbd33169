package io.klamm.web.alertmanager;

import io.klamm.model.alert.AlertMatcher;
import io.klamm.model.alert.KeptAlert;
import io.klamm.storage.MatchType;
import io.klamm.storage.Matcher;
import io.klamm.web.http.Parameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which alerts are asked for; those that are over never are. */
record AlertFilter(
        Instant now,
        List<Matcher> matchers,
        Optional<Matcher> receiver,
        boolean active,
        boolean silenced,
        boolean inhibited,
        boolean muted) {

    static AlertFilter of(Parameters parameters, Instant now) throws V2Problem {
        return new AlertFilter(
                now,
                matchers(parameters),
                receiver(parameters),
                Filters.flag(parameters, "active"),
                Filters.flag(parameters, "silenced"),
                Filters.flag(parameters, "inhibited"),
                Filters.flag(parameters, "muted"));
    }

    private static List<Matcher> matchers(Parameters parameters) throws V2Problem {
        List<Matcher> matchers = new ArrayList<>();
        for (AlertMatcher matcher : Filters.matchers(parameters)) {
            try {
                matchers.add(Matcher.of(matcher));
            } catch (IllegalArgumentException e) {
                throw V2Problem.said(400, "bad matcher format: " + e.getMessage());
            }
        }
        return matchers;
    }

    private static Optional<Matcher> receiver(Parameters parameters) throws V2Problem {
        String text = parameters.get("receiver");
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new Matcher(MatchType.REGEX, "receiver", text));
        } catch (IllegalArgumentException e) {
            throw V2Problem.said(400, "failed to parse receiver param: " + e.getMessage());
        }
    }

    boolean wantsReceiver(String name) {
        return receiver.isEmpty() || receiver.get().matches(name);
    }

    boolean wantsReceivers(KeptAlert kept) {
        return receiver.isEmpty() || kept.receivers().stream().anyMatch(this::wantsReceiver);
    }

    boolean wants(KeptAlert kept) {
        return !kept.alert().resolvedAt(now)
                && (active || kept.suppressed())
                && (silenced || kept.silencedBy().isEmpty())
                && (inhibited || kept.inhibitedBy().isEmpty())
                && (muted || kept.mutedBy().isEmpty())
                && Matcher.allMatch(matchers, kept.alert().labels());
    }
}
