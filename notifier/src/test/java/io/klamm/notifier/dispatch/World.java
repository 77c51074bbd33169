package io.klamm.notifier.dispatch;

import io.klamm.model.alert.Alert;
import io.klamm.model.series.Labels;
import io.klamm.notifier.config.ConfigFile;
import io.klamm.notifier.config.NotifierConfig;
import io.klamm.notifier.journal.Journal;
import io.klamm.notifier.message.Channel;
import io.klamm.notifier.message.Delivery;
import io.klamm.notifier.message.Message;
import io.klamm.notifier.outbox.Book;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** A desk with receivers that a test answers for, and a clock that it turns. */
final class World {

    /** One receiver that is told of groups by {@code alertname}. */
    static final String ONE = """
            route:
              receiver: team
              group_by: [alertname]
              group_wait: 10s
              group_interval: 1m
              repeat_interval: 4h
            receivers: [{name: team}]
            """;

    final List<Message> attempts = new ArrayList<>();
    final List<Message> told = new ArrayList<>();
    Function<Message, Delivery> answer = message -> new Delivery.Accepted(Map.of());
    Instant now = Instant.parse("2026-11-24T12:00:00Z");
    String kind = "webhook";
    boolean sendResolved = true;
    Settings settings = Settings.USUAL;
    private final Path directory;
    private NotifierConfig config;
    private Book book;
    private Desk desk;

    World(Path directory, String yaml) {
        this.directory = directory;
        this.config = ConfigFile.of(yaml);
        open();
    }

    Desk desk() {
        return desk;
    }

    Book book() {
        return book;
    }

    private void open() {
        book = new Book(Journal.open(directory));
        desk = new Desk(book, settings, new Random(1));
        desk.restarted(now);
        configure();
    }

    void configure(String yaml) {
        config = ConfigFile.of(yaml);
        configure();
    }

    void configure() {
        Map<String, List<Channel>> channels = new LinkedHashMap<>();
        config.receivers().forEach(name -> channels.put(name, List.of(new Sink())));
        desk.configure(config, channels, now);
    }

    /** What was not saved is lost, and it begins again. */
    void kill() {
        book.journal().close();
        open();
    }

    /** The same, and of what was written since the log had this size only a part is there. */
    void killTorn(long from, Random random) {
        book.journal().close();
        try (FileChannel log = FileChannel.open(log(), StandardOpenOption.WRITE)) {
            long more = log.size() - from;
            if (more > 0) {
                log.truncate(from + random.nextLong(more));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open();
    }

    long logSize() {
        try {
            return Files.size(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return directory.resolve("outbox.log");
    }

    void fire(String... labels) {
        accept(labels, now, now.plus(Duration.ofDays(30)));
    }

    void resolve(String... labels) {
        accept(labels, now, now);
    }

    void accept(String[] labels, Instant start, Instant end) {
        desk.accept(List.of(Alert.of(Labels.of(labels), Map.of(), start, end, "")), now);
    }

    /** Lets time pass, second by second. */
    void pass(Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            now = now.plusSeconds(1);
            turn();
        }
    }

    void turn() {
        desk.turn(now);
        for (String channel : desk.channels()) {
            Optional<Parcel> parcel = desk.take(channel, now);
            while (parcel.isPresent()) {
                desk.done(parcel.get(), deliver(parcel.get()), now);
                parcel = desk.take(channel, now);
            }
        }
    }

    Delivery deliver(Parcel parcel) {
        attempts.add(parcel.message());
        Delivery delivery = answer.apply(parcel.message());
        if (delivery instanceof Delivery.Accepted) {
            told.add(parcel.message());
        }
        return delivery;
    }

    private final class Sink implements Channel {

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public boolean sendResolved() {
            return sendResolved;
        }

        @Override
        public Delivery deliver(Message message) {
            throw new IllegalStateException("delivered by the test itself");
        }

        @Override
        public void close() {}
    }
}
