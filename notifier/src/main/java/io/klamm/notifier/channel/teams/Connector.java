package io.klamm.notifier.channel.teams;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.klamm.config.Secret;
import io.klamm.notifier.channel.http.Judge;
import io.klamm.notifier.channel.http.Outbound;
import io.klamm.notifier.channel.http.Reply;
import io.klamm.notifier.channel.http.Service;
import io.klamm.notifier.channel.text.Escape;
import io.klamm.notifier.channel.text.Text;
import io.klamm.notifier.channel.text.Wording;
import io.klamm.notifier.message.Delivery;
import io.klamm.notifier.message.Message;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connector of Teams, which takes message cards, and answers 200 even where it took nothing. */
final class Connector implements Service {

    private static final int TITLE = 1000;
    private static final String RED = "8C1A1A";
    private static final String GREEN = "2DC72D";
    private static final Pattern ERROR = Pattern.compile("HTTP error ([0-9]{3})");

    private final ConnectorSettings settings;
    private final Wording wording;

    Connector(ConnectorSettings settings, Wording wording) {
        this.settings = settings;
        this.wording = wording;
    }

    @Override
    public Outbound request(Message message) throws IOException {
        Text text = wording.on(message);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("@context", "http://schema.org/extensions")
                .put("@type", "MessageCard")
                .put("title", text.line(settings.title(), Escape.NONE, TITLE))
                .put("summary", text.line(settings.summary(), Escape.NONE, TITLE))
                .put("themeColor", message.allResolved() ? GREEN : RED);
        String body = CardSize.fitting(limit -> {
            json.put("text", text.fitting(settings.text(), Escape.NONE, limit));
            return json.toString();
        });
        return Outbound.json(settings.url().now(), body);
    }

    @Override
    public Delivery judge(Reply.Answer answer, Instant now) {
        Matcher error = ERROR.matcher(answer.body());
        if (!Judge.successful(answer) || !error.find()) {
            return Judge.byStatus(answer, now);
        }
        int status = Integer.parseInt(error.group(1));
        return Judge.byStatus(new Reply.Answer(answer.host(), status, answer.headers(), answer.body()), now);
    }

    @Override
    public List<Secret> secrets() throws IOException {
        return settings.url().secrets();
    }
}
