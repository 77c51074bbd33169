package io.klamm.discovery.client;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Gathers a body as it comes, and stops the exchange when there is more of it than there may be. */
final class LimitedSubscriber implements BodySubscriber<List<ByteBuffer>> {

    private final long most;
    private final CompletableFuture<List<ByteBuffer>> body = new CompletableFuture<>();
    private final List<ByteBuffer> parts = new ArrayList<>();
    private long size;

    private Flow.@Nullable Subscription subscription;

    /** @param most bytes; 0 for no limit */
    LimitedSubscriber(long most) {
        this.most = most;
    }

    @Override
    public CompletionStage<List<ByteBuffer>> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> items) {
        for (ByteBuffer item : items) {
            size += item.remaining();
            parts.add(item);
        }
        if (most > 0 && size > most && !body.isDone()) {
            parts.clear();
            if (subscription != null) {
                subscription.cancel();
            }
            body.completeExceptionally(new BodyTooLargeException());
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(parts);
    }
}
