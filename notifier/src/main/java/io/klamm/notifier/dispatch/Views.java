package io.klamm.notifier.dispatch;

import io.klamm.model.alert.AlertGroup;
import io.klamm.model.alert.DeadLetter;
import io.klamm.model.alert.KeptAlert;
import io.klamm.model.alert.ReceiverStatus;
import io.klamm.model.series.Labels;
import io.klamm.notifier.config.NotifierConfig;
import io.klamm.notifier.outbox.Book;
import io.klamm.notifier.outbox.Episode;
import io.klamm.notifier.outbox.Letter;
import io.klamm.notifier.route.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What people see of the desk, as it is now. For as long as the desk stands still. */
public final class Views {

    private final Book book;
    private final NotifierConfig config;
    private final Route tree;
    private final Collection<Group> groups;
    private final Collection<Post> posts;

    Views(Book book, NotifierConfig config, Route tree, Collection<Group> groups, Collection<Post> posts) {
        this.book = book;
        this.config = config;
        this.tree = tree;
        this.groups = groups;
        this.posts = posts;
    }

    /** All alerts that are not forgotten, each as it is now. */
    public List<KeptAlert> alerts(Quiet quiet, Instant now) {
        List<KeptAlert> kept = new ArrayList<>();
        for (Episode episode : book.episodes()) {
            if (newest(episode)) {
                kept.add(kept(episode, tree.matching(episode.alert().labels()), quiet, now));
            }
        }
        return kept;
    }

    private boolean newest(Episode episode) {
        return book.newest(episode.alert().fingerprint())
                .filter(newest -> newest.id() == episode.id())
                .isPresent();
    }

    private static KeptAlert kept(Episode episode, List<Route> routes, Quiet quiet, Instant now) {
        Labels labels = episode.alert().labels();
        TreeSet<String> muted = new TreeSet<>();
        TreeSet<String> receivers = new TreeSet<>();
        for (Route route : routes) {
            muted.addAll(quiet.mutedBy(route.config(), now));
            receivers.add(route.config().receiver());
        }
        return new KeptAlert(
                episode.alert(),
                episode.updatedAt(),
                List.copyOf(receivers),
                quiet.silencedBy(labels, now),
                quiet.inhibitedBy(labels),
                List.copyOf(muted));
    }

    /** The same, as they are told. */
    public List<AlertGroup> groups(Quiet quiet, Instant now) {
        List<AlertGroup> all = new ArrayList<>();
        for (Group group : groups) {
            List<KeptAlert> alerts = group.episodes().stream()
                    .flatMap(id -> Optional.ofNullable(book.episode(id)).stream())
                    .filter(this::newest)
                    .map(episode -> kept(episode, List.of(group.route()), quiet, now))
                    .toList();
            all.add(new AlertGroup(group.key(), group.labels(), group.receiver(), alerts));
        }
        return all;
    }

    /** All receivers, in the order of the configuration. */
    public List<ReceiverStatus> receivers(Instant now) {
        return config.receivers().stream()
                .map(name -> new ReceiverStatus(
                        name,
                        posts.stream()
                                .filter(post -> post.receiver().equals(name))
                                .map(post -> post.status(letters(post), now))
                                .toList()))
                .toList();
    }

    private int letters(Post post) {
        return (int) book.letters().stream()
                .filter(letter -> letter.pending().lane().channel().equals(post.name()))
                .count();
    }

    /** Messages that were given up, oldest first. */
    public List<DeadLetter> deadLetters() {
        return book.letters().stream().map(Views::deadLetter).toList();
    }

    private static DeadLetter deadLetter(Letter letter) {
        String channel = letter.pending().lane().channel();
        int slash = channel.lastIndexOf('/');
        int bracket = channel.lastIndexOf('[');
        return new DeadLetter(
                letter.id(),
                letter.pending().message().receiver(),
                channel.substring(slash + 1, bracket),
                letter.pending().message().groupLabels(),
                letter.pending().message().alerts().stream()
                        .map(alert -> alert.name())
                        .distinct()
                        .toList(),
                letter.at(),
                letter.reason());
    }
}
