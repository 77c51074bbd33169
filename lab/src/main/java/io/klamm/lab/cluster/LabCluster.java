package io.klamm.lab.cluster;

import io.klamm.lab.LabException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A real Apache Kafka cluster on 127.0.0.1, one process for each node, in one data directory.
 *
 * <p>{@link #start} begins a lab that belongs to this process and dies with it, whatever ends it; {@link #startResident} one that lives on;
 * {@link #open} takes up one that any process began. Every method may be called from any thread and any process; commands on one data directory wait
 * for each other. Errors are {@link LabException}.
 */
public final class LabCluster implements AutoCloseable {

    /** Together below the 12 s that {@link #down} promises, SIGKILL's own time included. */
    private static final Duration BROKERS_LIMIT = Duration.ofSeconds(7);

    private static final Duration CONTROLLERS_LIMIT = Duration.ofSeconds(3);

    private final Workspace lab;
    private final NodeCommands nodes;
    private final boolean owner;
    /** Kept, because a child dies when the pipe to it is collected as garbage. */
    private final Map<Integer, Child> children = new ConcurrentHashMap<>();

    private Optional<ArchiveMaker> archive = Optional.empty();

    private LabCluster(Path dataDir, boolean owner) {
        this.lab = new Workspace(new Layout(dataDir.toAbsolutePath().normalize()));
        this.nodes = new NodeCommands(lab);
        this.owner = owner;
    }

    /**
     * Brings up a lab that {@link #close} ends; should this process die without it, the nodes die too. Returns when all brokers are ready.
     *
     * @param progress told in a few words about each step
     */
    public static LabCluster start(LabConfig config, Consumer<String> progress) {
        LabCluster cluster = new LabCluster(config.dataDir(), true);
        LabStart start = new LabStart(config, cluster.lab, progress);
        Optional<ProcessId> self = Optional.of(ProcessId.of(ProcessHandle.current()));
        cluster.lab.exclusively(() -> start.run(self).forEach((node, child) -> cluster.children.put(node.id(), child)));
        cluster.archive = start.makeArchive();
        return cluster;
    }

    /** Brings up a lab that lives on until {@link #down}, also after this process. Returns when all brokers are ready. */
    public static LabCluster startResident(LabConfig config, Consumer<String> progress) {
        LabCluster cluster = new LabCluster(config.dataDir(), false);
        LabStart start = new LabStart(config, cluster.lab, progress);
        cluster.lab.exclusively(() -> start.run(Optional.empty()).values().forEach(Child::free));
        start.makeArchive().ifPresent(maker -> {
            progress.accept("archiving Kafka's classes, once: later starts take about half the time");
            maker.await();
        });
        return cluster;
    }

    /** The lab in the directory, running or not; throws {@link LabException} where there is none. */
    public static LabCluster open(Path dataDir) {
        LabCluster cluster = new LabCluster(dataDir, false);
        cluster.lab.state();
        return cluster;
    }

    public Path dataDir() {
        return lab.layout().dir();
    }

    public LabConfig config() {
        return lab.state().config();
    }

    /** Controllers first, then brokers. */
    public List<Node> nodes() {
        return lab.nodes();
    }

    /** The brokers' addresses for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return config().bootstrapServers();
    }

    /** The addresses of a further listener, at the host that brokers tell clients. */
    public String bootstrapServers(String listener) {
        return new PortPlan(config()).addresses(listener);
    }

    /** What clients must be told beside the addresses, as in {@code client.properties}: user {@code klamm} where there is SASL. */
    public Map<String, String> clientProperties() {
        return clientProperties(Names.USER);
    }

    /** The same for another user, such as {@code admin}. */
    public Map<String, String> clientProperties(String user) {
        return lab.state().clientProperties(user);
    }

    /** The file that holds {@link #clientProperties()}, readable by its owner alone. */
    public Path clientPropertiesFile() {
        return lab.layout().clientProperties();
    }

    /** What each node's process does now. */
    public LabStatus status() {
        return StatusReader.read(lab.state(), lab.layout());
    }

    /** The ids of the brokers that are registered and unfenced, as a client sees them; throws {@link LabException} where none answers. */
    public Set<Integer> readyBrokers() {
        return new Readiness(lab.state()).brokers();
    }

    /** Waits until all brokers are ready; throws {@link LabException} when they are not in time. */
    public void awaitReady(Duration atMost) {
        LabState state = lab.state();
        if (!new Readiness(state).await(new PortPlan(state.config()).brokers(), atMost, () -> {})) {
            throw new LabException("brokers: not all ready after " + atMost.toMillis() + " ms");
        }
    }

    /** Starts a node that is down; a broker is ready when this returns. */
    public void start(int nodeId) {
        lab.exclusively(() -> entrust(nodeId, nodes.start(nodeId)));
    }

    /** Ends a node as its operator would (SIGTERM: it hands over what it leads), at the latest after 9 s. */
    public void stop(int nodeId) {
        lab.exclusively(() -> nodes.stop(nodeId));
        children.remove(nodeId);
    }

    /** Ends a node as a power cut would (SIGKILL). */
    public void kill(int nodeId) {
        lab.exclusively(() -> nodes.kill(nodeId));
        children.remove(nodeId);
    }

    /** Lets a node hang (SIGSTOP): its connections stay open and nothing is answered. */
    public void pause(int nodeId) {
        Signals.pause(nodes.running(nodeId));
    }

    /** Lets a paused node go on (SIGCONT). */
    public void resume(int nodeId) {
        Signals.resume(nodes.running(nodeId));
    }

    /** The file that the node logs to. */
    public Path log(int nodeId) {
        return lab.layout().log(lab.node(nodeId));
    }

    /** At most so many of the last lines of a node's log. */
    public List<String> logTail(int nodeId, int lines) {
        return LogTail.lines(log(nodeId), lines);
    }

    /** Ends all nodes, brokers before controllers, at the latest after 12 s; does nothing where all are down. Data stays. */
    public void down() {
        archive.ifPresent(ArchiveMaker::close);
        lab.exclusively(() -> {
            LabState state = lab.state();
            PortPlan plan = new PortPlan(state.config());
            Signals.end(state.alive(plan.brokers()), BROKERS_LIMIT);
            Signals.end(state.alive(plan.controllers()), CONTROLLERS_LIMIT);
            lab.file().write(state.ended());
        });
        children.clear();
    }

    /** Ends the lab if it belongs to this process; else does nothing. Safe to call twice. */
    @Override
    public void close() {
        if (owner) {
            down();
        }
    }

    /** Waits until the class archive is made, if this start began to make it. */
    void awaitArchive() {
        archive.ifPresent(ArchiveMaker::await);
    }

    /** A new node dies with whoever owns the lab: this process, another, or nobody. */
    private void entrust(int nodeId, Child child) {
        Optional<ProcessId> other =
                lab.state().owner().filter(process -> process.alive().isPresent());
        if (owner) {
            children.put(nodeId, child);
        } else if (other.isPresent()) {
            child.bindTo(other.get());
        } else {
            child.free();
        }
    }
}
