package io.klamm.lab.cluster;

import io.klamm.lab.LabException;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.common.Uuid;

/** Brings a whole lab up: all nodes, or none and an error. The caller holds the data directory's lock. */
final class LabStart {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final LabConfig config;
    private final Layout layout;
    private final StateFile file;
    private final Consumer<String> progress;

    LabStart(LabConfig config, Workspace lab, Consumer<String> progress) {
        this.config = config;
        this.layout = lab.layout();
        this.file = lab.file();
        this.progress = progress;
    }

    /** The nodes' processes, ready and recorded, still bound to this process. */
    Map<Node, Child> run(Optional<ProcessId> owner) {
        long begin = System.nanoTime();
        LabState state = prepare(owner);
        PortPlan plan = new PortPlan(config);
        PortCheck.requireFree(plan.all());
        NodeLauncher nodes = new NodeLauncher(state, layout);
        progress.accept("preparing " + shape(config) + " in " + layout.dir());
        // Before anything is formatted: the passwords must not be made a second time.
        file.write(state.ended());
        writeClientProperties(state);
        nodes.format(plan.nodes());
        Map<Node, Child> children = launch(nodes, plan, state);
        progress.accept(String.format(
                Locale.ROOT,
                "%d broker(s) ready at %s after %.1f s",
                config.brokers(),
                config.bootstrapServers(),
                (System.nanoTime() - begin) / 1e9));
        return children;
    }

    /** Begins to make the class archive for later starts, if it is missing. */
    Optional<ArchiveMaker> makeArchive() {
        return file.read().flatMap(state -> new NodeLauncher(state, layout).makeArchive());
    }

    private Map<Node, Child> launch(NodeLauncher nodes, PortPlan plan, LabState prepared) {
        Map<Node, Child> children = new LinkedHashMap<>();
        LabState state = prepared;
        try {
            for (Node node : plan.nodes()) {
                progress.accept("starting " + node.name() + " on " + Names.HOST + ":" + node.port());
                Child child = nodes.launch(node);
                children.put(node, child);
                state = file.write(state.with(node.id(), child.id()));
            }
            awaitReady(state, plan.brokers(), children);
            return children;
        } catch (RuntimeException e) {
            endAll(children);
            file.write(state.ended());
            throw e;
        }
    }

    private LabState prepare(Optional<ProcessId> owner) {
        Optional<LabState> earlier = file.read();
        if (earlier.isEmpty()) {
            Credentials credentials = Credentials.create(config.users());
            return new LabState(Uuid.randomUuid().toString(), config, credentials, owner, new TreeMap<>());
        }
        LabState state = earlier.get();
        requireNotInUse(state);
        requireSameShape(state.config());
        endOrphans(state);
        return state.restarted(config, owner);
    }

    private void requireNotInUse(LabState state) {
        Optional<ProcessHandle> owner = state.owner().flatMap(ProcessId::alive);
        if (owner.isPresent()) {
            throw new LabException("data directory: " + layout.dir() + " is in use by process "
                    + owner.get().pid() + " (expected: end that process first, or another data directory)");
        }
        if (state.owner().isEmpty() && state.running()) {
            throw new LabException("data directory: a lab already runs in " + layout.dir() + ", at "
                    + state.config().bootstrapServers() + " (expected: take it down first, or another data directory)");
        }
    }

    private void requireSameShape(LabConfig earlier) {
        String was = shape(earlier);
        if (!was.equals(shape(config))) {
            throw new LabException("data directory: " + layout.dir() + " holds a lab of " + was + ", not of "
                    + shape(config) + " (expected: the same as before, or another data directory)");
        }
    }

    private static String shape(LabConfig config) {
        return config.brokers() + " broker(s), " + config.controllers() + " controller(s), sasl "
                + config.sasl().label()
                + (config.users().isEmpty() ? "" : ", users " + new TreeMap<>(config.users()).keySet());
    }

    private void endOrphans(LabState state) {
        List<ProcessHandle> orphans = state.alive(new PortPlan(state.config()).nodes());
        if (!orphans.isEmpty()) {
            progress.accept("ending " + orphans.size() + " processes that an earlier run left behind");
            Signals.kill(orphans);
        }
    }

    private void awaitReady(LabState state, List<Node> brokers, Map<Node, Child> children) {
        boolean ready = new Readiness(state)
                .await(brokers, LIMIT, () -> children.forEach((node, child) -> child.requireAlive(node, layout)));
        if (!ready) {
            throw new LabException("brokers: not ready after " + LIMIT.toSeconds() + " s"
                    + LogTail.of(layout.log(brokers.get(0)), layout.out(brokers.get(0))));
        }
    }

    private static void endAll(Map<Node, Child> children) {
        Signals.kill(children.values().stream()
                .map(child -> child.process().toHandle())
                .toList());
    }

    private void writeClientProperties(LabState state) {
        try {
            Files0600.write(layout.clientProperties(), PropertiesText.write(state.clientProperties(Names.USER)));
        } catch (IOException e) {
            throw new LabException("client properties: " + layout.clientProperties() + " cannot be written: " + e, e);
        }
    }
}
