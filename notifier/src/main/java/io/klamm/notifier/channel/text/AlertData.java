package io.klamm.notifier.channel.text;

import io.klamm.model.alert.Alert;
import io.klamm.notifier.message.Message;
import io.klamm.template.value.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message as Alertmanager's templates see it.
 *
 * @param escape of every text that comes from elsewhere
 */
record AlertData(Message message, String externalUrl, Escape escape) {

    /** The data, with so many alerts at most. */
    Fields of(int most) {
        List<Fields> alerts =
                message.alerts().stream().limit(most).map(this::alert).toList();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Receiver", escape.apply(message.receiver()));
        fields.put("Status", Facts.status(message));
        fields.put("Alerts", new AlertList(alerts));
        fields.put("GroupLabels", Pairs.map(message.groupLabels().toMap(), escape));
        fields.put("CommonLabels", Pairs.map(Facts.commonLabels(message), escape));
        fields.put("CommonAnnotations", Pairs.map(Facts.commonAnnotations(message), escape));
        fields.put("ExternalURL", escape.apply(externalUrl));
        fields.put(
                "TruncatedAlerts", (long) message.truncated() + message.alerts().size() - alerts.size());
        return Fields.of("*template.Data", fields);
    }

    private Fields alert(Alert alert) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Status", Facts.status(alert, message));
        fields.put("Labels", Pairs.map(alert.labels().toMap(), escape));
        fields.put("Annotations", Pairs.map(alert.annotations(), escape));
        fields.put("StartsAt", alert.startsAt());
        fields.put("EndsAt", alert.endsAt());
        fields.put("GeneratorURL", escape.apply(link(alert.generatorUrl())));
        fields.put("Fingerprint", alert.fingerprint());
        return Fields.of("template.Alert", fields);
    }

    /** Only what a browser opens as a page: nothing that runs. */
    private static String link(String url) {
        return url.startsWith("http://") || url.startsWith("https://") ? url : "";
    }
}
