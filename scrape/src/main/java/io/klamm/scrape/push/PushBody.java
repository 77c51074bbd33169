package io.klamm.scrape.push;

import io.klamm.discovery.client.Body;
import io.klamm.discovery.client.BodyTooLargeException;
import io.klamm.discovery.client.Fetched;
import io.klamm.model.series.Labels;
import io.klamm.scrape.exposition.ExpositionFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/** The body of a push as it was sent. */
final class PushBody {

    private static final int ANY_STATUS = 200;
    private static final int TOO_LARGE = 413;

    private final Fetched.Answer sent;

    /** @param headers by name, in any case */
    PushBody(Map<String, String> headers, byte[] body) {
        sent = new Fetched.Answer(ANY_STATUS, headers, List.of(ByteBuffer.wrap(body)));
    }

    /** What is in it, with the labels of a group. */
    Map<String, PushedFamily> families(Labels group, long mostBytes) throws PushRefusedException {
        Body body = new Body();
        try {
            body.read(sent, mostBytes);
        } catch (BodyTooLargeException e) {
            throw new PushRefusedException(
                    TOO_LARGE, "body of more than " + mostBytes + " bytes (expected: at most that)");
        } catch (IOException e) {
            throw PushRefusedException.bad(String.valueOf(e.getMessage()));
        }
        String type = sent.header("Content-Type");
        if (PushProtobuf.is(type)) {
            return PushProtobuf.read(body.bytes(), body.length(), group);
        }
        ExpositionFormat format = ExpositionFormat.ofContentType(type).orElse(ExpositionFormat.TEXT);
        return PushPage.read(body.bytes(), body.length(), format, group);
    }
}
