package io.klamm.notifier.dispatch;

import static io.klamm.notifier.dispatch.Moments.earlier;

import io.klamm.notifier.message.Channel;
import io.klamm.notifier.outbox.Book;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The posts of all channels, by their names, in the order of the configuration. Guarded by its owner. */
final class Posts {

    private final Book book;
    private final Settings settings;
    private final RandomGenerator random;
    private final Map<String, Post> posts = new LinkedHashMap<>();

    Posts(Book book, Settings settings, RandomGenerator random) {
        this.book = book;
        this.settings = settings;
        this.random = random;
    }

    /** Goes on with other channels. One of the same name goes on as the one before it, with nothing in its queue. */
    void configure(Map<String, List<Channel>> channels, Instant now) {
        Map<String, Post> before = new LinkedHashMap<>(posts);
        posts.clear();
        channels.forEach((receiver, list) -> {
            for (int i = 0; i < list.size(); i++) {
                String name = receiver + "/" + list.get(i).kind() + "[" + i + "]";
                Post post = new Post(name, receiver, list.get(i), settings, random, now, book.restUntil(name));
                Optional.ofNullable(before.get(name)).ifPresent(post::inherit);
                posts.put(name, post);
            }
        });
    }

    @Nullable
    Post get(String name) {
        return posts.get(name);
    }

    List<Post> of(String receiver) {
        return posts.values().stream()
                .filter(post -> post.receiver().equals(receiver))
                .toList();
    }

    Collection<Post> all() {
        return Collections.unmodifiableCollection(posts.values());
    }

    List<String> names() {
        return List.copyOf(posts.keySet());
    }

    /** When a message may go next, if that is before a time; else that time. */
    Instant nextTurn(Instant latest, Instant now) {
        Instant next = latest;
        for (Post post : posts.values()) {
            if (!post.busy() && !post.waiting().isEmpty()) {
                next = earlier(next, post.nextTurn(now));
            }
        }
        return next;
    }
}
