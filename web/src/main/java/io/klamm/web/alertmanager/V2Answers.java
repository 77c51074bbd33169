package io.klamm.web.alertmanager;

import io.klamm.model.alert.AlertGroup;
import io.klamm.model.alert.KeptAlert;
import io.klamm.model.alert.Silence;
import io.klamm.web.alerts.AlertDesk;
import io.klamm.web.http.Answer;
import io.klamm.web.http.Json;
import io.klamm.web.http.Parameters;
import io.klamm.web.http.Request;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What each path of the API is answered. */
final class V2Answers {

    private final AlertDesk desk;
    private final String version;
    private final Clock clock;

    V2Answers(AlertDesk desk, String version, Clock clock) {
        this.desk = desk;
        this.version = version;
        this.clock = clock;
    }

    private static Answer json(Json.Body body) {
        return Answer.of(200, Answer.JSON, Json.write(body));
    }

    Answer status() {
        return json(json -> StatusJson.write(json, desk, version));
    }

    Answer receivers() {
        return json(json -> V2Json.list(json, desk.receivers(), (out, one) -> V2Json.receiver(out, one.name())));
    }

    Answer silences(Parameters parameters) throws V2Problem {
        Instant now = clock.instant();
        SilenceFilter filter = SilenceFilter.of(parameters, now);
        List<Silence> silences = desk.silences().stream()
                .filter(filter::wants)
                .sorted(SilenceOrder.at(now))
                .toList();
        return json(json -> V2Json.list(json, silences, (out, one) -> SilenceJson.write(out, one, now)));
    }

    private Optional<Silence> find(String id) {
        return desk.silences().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    Answer silence(String id) {
        Instant now = clock.instant();
        return find(id).map(silence -> json(json -> SilenceJson.write(json, silence, now)))
                .orElseGet(() -> empty(404));
    }

    Answer expire(String id) throws V2Problem {
        if (find(id).isEmpty()) {
            return empty(404);
        }
        if (!desk.expire(id)) {
            throw V2Problem.said(500, "silence " + id + " already expired");
        }
        return empty(200);
    }

    Answer set(Request request) throws V2Problem {
        Silence silence = SilenceReader.read(request, clock.instant());
        if (!silence.id().isEmpty() && find(silence.id()).isEmpty()) {
            throw V2Problem.said(404, "silence not found");
        }
        String id = set(silence);
        return json(json -> {
            json.writeStartObject();
            json.writeStringField("silenceID", id);
            json.writeEndObject();
        });
    }

    private String set(Silence silence) throws V2Problem {
        try {
            return desk.set(silence);
        } catch (IllegalArgumentException e) {
            throw V2Problem.said(400, String.valueOf(e.getMessage()));
        }
    }

    Answer accept(Request request) throws V2Problem {
        AlertReader read = AlertReader.read(request, clock.instant());
        if (!read.good().isEmpty()) {
            desk.accept(read.good());
        }
        if (!read.problems().isEmpty()) {
            throw V2Problem.said(400, String.join("; ", read.problems()));
        }
        return empty(200);
    }

    Answer alerts(Parameters parameters) throws V2Problem {
        AlertFilter filter = AlertFilter.of(parameters, clock.instant());
        List<KeptAlert> alerts = desk.alerts().stream()
                .filter(filter::wantsReceivers)
                .filter(filter::wants)
                .sorted(Comparator.comparing(kept -> kept.alert().fingerprint()))
                .toList();
        return json(json -> V2Json.list(json, alerts, V2Json::alert));
    }

    Answer groups(Parameters parameters) throws V2Problem {
        AlertFilter filter = AlertFilter.of(parameters, clock.instant());
        List<AlertGroup> groups = desk.groups().stream()
                .filter(group -> filter.wantsReceiver(group.receiver()))
                .map(group -> wanted(group, filter))
                .filter(group -> !group.alerts().isEmpty())
                .sorted(Comparator.comparing(AlertGroup::labels).thenComparing(AlertGroup::receiver))
                .toList();
        return json(json -> V2Json.list(json, groups, V2Json::group));
    }

    private static AlertGroup wanted(AlertGroup group, AlertFilter filter) {
        List<KeptAlert> alerts = group.alerts().stream()
                .filter(filter::wants)
                .sorted(Comparator.comparing(
                                (KeptAlert kept) -> kept.alert().labels().get("job"))
                        .thenComparing(kept -> kept.alert().labels().get("instance"))
                        .thenComparing(kept -> kept.alert().labels()))
                .toList();
        return new AlertGroup(group.key(), group.labels(), group.receiver(), alerts);
    }

    private static Answer empty(int status) {
        return Answer.of(status, Answer.JSON, new byte[0]);
    }
}
