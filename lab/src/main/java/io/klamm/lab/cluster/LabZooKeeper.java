package io.klamm.lab.cluster;

import io.klamm.lab.LabException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A real ZooKeeper server for a test: one process on a free port of 127.0.0.1, a folder of its own that is deleted at the end. It dies with its owner.
 *
 * <pre>{@code
 * try (LabZooKeeper server = LabZooKeeper.start()) {
 *     server.kill();
 *     server.restart();
 * }
 * }</pre>
 */
public final class LabZooKeeper implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int ANSWER_MILLIS = 1_000;

    /** Sessions of tests are short, and a session lasts two ticks at least. */
    private static final int TICK_MILLIS = 500;

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final PortBlock ports;
    private final Path dir;
    private @Nullable Child child;

    private LabZooKeeper(PortBlock ports, Path dir) {
        this.ports = ports;
        this.dir = dir;
    }

    /** Returns when the server answers; throws {@link LabException} with its output when it does not. */
    public static LabZooKeeper start() {
        PortBlock ports = PortBlock.take(new Random());
        try {
            LabZooKeeper server = new LabZooKeeper(ports, Files.createTempDirectory("klamm-zookeeper-"));
            server.launch();
            return server;
        } catch (IOException e) {
            ports.close();
            throw new LabException("test folder: cannot be made: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            ports.close();
            throw e;
        }
    }

    /** Such as {@code 127.0.0.1:10000}. */
    public String address() {
        return Names.HOST + ":" + ports.base();
    }

    /** SIGKILL; what it has acknowledged stays on disk. */
    public void kill() {
        if (child != null) {
            Signals.kill(List.of(child.process().toHandle()));
            child = null;
        }
    }

    /** Starts it again on the same port with the same data; returns when it answers. */
    public void restart() {
        kill();
        launch();
    }

    /** The same without any data, so that every session is gone, too. */
    public void restartEmpty() {
        kill();
        try {
            Tree.delete(data());
        } catch (IOException e) {
            throw new LabException("ZooKeeper's data: " + data() + " cannot be deleted: " + e.getMessage(), e);
        }
        launch();
    }

    /** Ends the process and deletes the folder. Safe to call twice. */
    @Override
    public void close() {
        kill();
        ports.close();
        try {
            Tree.delete(dir);
        } catch (IOException e) {
            throw new LabException("test folder: " + dir + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    private Path data() {
        return dir.resolve("data");
    }

    private void launch() {
        Path arguments = dir.resolve("java.args");
        Path out = dir.resolve("zookeeper.out");
        try {
            Files.createDirectories(data());
            Files.writeString(dir.resolve("zoo.cfg"), settings());
            Files.writeString(arguments, JavaArguments.file(arguments()));
        } catch (IOException e) {
            throw new LabException("ZooKeeper: its files cannot be written: " + e, e);
        }
        Child started = Child.start(JAVA, arguments, out.toFile());
        child = started;
        boolean answers =
                Await.until(PATIENCE, () -> answers() || !started.process().isAlive());
        if (!answers || !started.process().isAlive()) {
            kill();
            throw new LabException("ZooKeeper: did not answer at " + address() + LogTail.of(out));
        }
    }

    private String settings() {
        return String.join(
                "\n",
                "tickTime=" + TICK_MILLIS,
                "dataDir=" + data(),
                "clientPort=" + ports.base(),
                "clientPortAddress=" + Names.HOST,
                "maxClientCnxns=0",
                "admin.enableServer=false",
                "4lw.commands.whitelist=ruok",
                "");
    }

    private List<String> arguments() {
        return List.of(
                "-Xms16m",
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Dzookeeper.forceSync=no",
                "-Dzookeeper.preAllocSize=1024",
                "-cp",
                ZooKeeperLibrary.classPath(),
                "org.apache.zookeeper.server.ZooKeeperServerMain",
                dir.resolve("zoo.cfg").toString());
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(Addresses.local(ports.base()), ANSWER_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write("ruok".getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(4);
            return new String(answer, StandardCharsets.US_ASCII).equals("imok");
        } catch (IOException e) {
            return false;
        }
    }
}
