package io.klamm.storage.remote.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The body of an answer as bytes, of which only so many are taken. */
public final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {

    private final int maxBytes;
    private final boolean beginning;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    private BoundedBody(int maxBytes, boolean beginning) {
        this.maxBytes = maxBytes;
        this.beginning = beginning;
    }

    /** A longer body fails. */
    public static HttpResponse.BodyHandler<byte[]> whole(int maxBytes) {
        return info -> new BoundedBody(maxBytes, false);
    }

    /** Of a longer body the beginning is taken, and the rest is not waited for. */
    public static HttpResponse.BodyHandler<byte[]> beginning(int maxBytes) {
        return info -> new BoundedBody(maxBytes, true);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        newSubscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] part = new byte[Math.min(buffer.remaining(), maxBytes - bytes.size())];
            buffer.get(part);
            bytes.writeBytes(part);
            if (buffer.hasRemaining()) {
                tooLarge();
                return;
            }
        }
    }

    private void tooLarge() {
        if (subscription != null) {
            subscription.cancel();
        }
        if (beginning) {
            body.complete(bytes.toByteArray());
            return;
        }
        body.completeExceptionally(new IOException("answer: too large (expected: at most " + maxBytes + " bytes)"));
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(bytes.toByteArray());
    }
}
