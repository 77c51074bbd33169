package io.klamm.notifier.channel;

import io.klamm.notifier.channel.setup.ChannelContext;
import io.klamm.notifier.channel.text.Preview;
import io.klamm.notifier.channel.text.Previewing;
import io.klamm.notifier.message.Channel;
import io.klamm.notifier.message.Message;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** The channels of all receivers, and the threads that they share. Connects to nothing before the first message. */
public final class Channels implements AutoCloseable {

    private final ExecutorService executor = Executors.newCachedThreadPool(named());
    private final Map<String, List<Channel>> byReceiver;

    /**
     * Makes the channels.
     *
     * @param externalUrl where people find Klamm; may be empty
     */
    public Channels(ReceiversConfig config, String externalUrl, Clock clock) {
        ChannelContext context =
                new ChannelContext(executor, clock, externalUrl.replaceAll("/+$", ""), config.wordings());
        Map<String, List<Channel>> opened = new LinkedHashMap<>();
        for (ReceiverSettings receiver : config.receivers()) {
            opened.put(
                    receiver.name(),
                    receiver.channels().stream()
                            .map(settings -> settings.open(context))
                            .toList());
        }
        this.byReceiver = Collections.unmodifiableMap(opened);
    }

    private static ThreadFactory named() {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "klamm-notifier-http-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** The ways in which each receiver is told, by its name, in the order of the file. */
    public Map<String, List<Channel>> byReceiver() {
        return byReceiver;
    }

    /** What each channel of the message's receiver would send; nothing for a receiver that there is not. Sends nothing. */
    public List<Preview> preview(Message message) {
        return byReceiver.getOrDefault(message.receiver(), List.of()).stream()
                .flatMap(channel -> channel instanceof Previewing shows
                        ? List.of(shows.preview(message)).stream()
                        : List.<Preview>of().stream())
                .toList();
    }

    @Override
    public void close() {
        byReceiver.values().stream().flatMap(Collection::stream).forEach(Channel::close);
        executor.shutdownNow();
    }
}
