package io.klamm.lab.cluster;

import io.klamm.lab.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * A lab for a test: free ports, a folder of its own that is deleted at the end, one broker unless asked for more.
 *
 * <pre>{@code
 * try (TestLab test = TestLab.start(lab -> lab.brokers(3).sasl(Sasl.SCRAM))) {
 *     Admin admin = Admin.create(test.client());
 *     test.lab().kill(3);
 * }
 * }</pre>
 */
public final class TestLab implements AutoCloseable {

    private final LabCluster lab;
    private final PortBlock ports;

    private TestLab(LabCluster lab, PortBlock ports) {
        this.lab = lab;
        this.ports = ports;
    }

    /** One broker and one controller, without SASL. Returns when the broker is ready. */
    public static TestLab start() {
        return start(config -> config);
    }

    /** The same with changes. */
    public static TestLab start(UnaryOperator<LabConfigBuilder> changes) {
        PortBlock ports = PortBlock.take(new Random());
        try {
            Path dir = Files.createTempDirectory("klamm-lab-");
            LabConfigBuilder config = LabConfig.in(dir).brokers(1).kafkaPort(ports.base());
            LabCluster lab = LabCluster.start(changes.apply(config).build(), step -> {});
            lab.awaitArchive();
            return new TestLab(lab, ports);
        } catch (IOException e) {
            ports.close();
            throw new LabException("test folder: cannot be made: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            ports.close();
            throw e;
        }
    }

    public LabCluster lab() {
        return lab;
    }

    /** Everything that a client of this lab needs, {@code bootstrap.servers} included; may be changed. */
    public Map<String, Object> client() {
        Map<String, Object> client = new HashMap<>(lab.clientProperties());
        client.put("bootstrap.servers", lab.bootstrapServers());
        return client;
    }

    /** Ends the processes and deletes the folder. Safe to call twice. */
    @Override
    public void close() {
        Path dir = lab.dataDir();
        if (!Files.exists(dir)) {
            return;
        }
        lab.close();
        ports.close();
        try {
            Tree.delete(dir);
        } catch (IOException e) {
            throw new LabException("test folder: " + dir + " cannot be deleted: " + e.getMessage(), e);
        }
    }
}
