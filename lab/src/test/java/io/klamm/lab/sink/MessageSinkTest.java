package io.klamm.lab.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class MessageSinkTest {

    private final List<MessageSink.Received> received = new CopyOnWriteArrayList<>();
    private MessageSink.Answer next = MessageSink.Answer.OK;

    private MessageSink.Answer answer(MessageSink.Received message) {
        received.add(message);
        return next;
    }

    private HttpResponse<String> post(MessageSink sink, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sink.url() + "hook"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void post_message_isToldAndAnswered() throws Exception {
        try (MessageSink sink = MessageSink.start(0, this::answer)) {
            HttpResponse<String> answer = post(sink, "{\"text\": \"지연\"}");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("ok");
            assertThat(received).containsExactly(new MessageSink.Received("POST", "/hook", "{\"text\": \"지연\"}"));
        }
    }

    @Test
    void post_busy_saysWhenToComeBack() throws Exception {
        next = new MessageSink.Answer(429, 7, "");
        try (MessageSink sink = MessageSink.start(0, this::answer)) {
            HttpResponse<String> answer = post(sink, "{}");
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).contains("7");
        }
    }
}
