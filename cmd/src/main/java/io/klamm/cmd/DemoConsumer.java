package io.klamm.cmd;

import io.klamm.lab.traffic.ConsumerPlan;
import io.klamm.lab.traffic.SlowConsumer;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The demo's slow consumer, which runs unless the switch says otherwise. Belongs to one thread. */
final class DemoConsumer implements AutoCloseable {

    private final Map<String, Object> client;
    private final ConsumerPlan plan;
    private final ConsumerSwitch control;
    private @Nullable SlowConsumer running;

    DemoConsumer(Map<String, Object> client, ConsumerPlan plan, ConsumerSwitch control) {
        this.client = client;
        this.plan = plan;
        this.control = control;
    }

    /** Starts it, whatever an earlier demo was told. */
    void start() throws IOException {
        control.clear();
        obey();
    }

    /** Starts or ends it, as it is wanted; true when that changed something. */
    boolean obey() throws IOException {
        boolean wanted = control.wantedOn();
        if (wanted == isRunning()) {
            return false;
        }
        if (wanted) {
            running = SlowConsumer.start(client, plan, ignored -> {});
        } else {
            stop();
        }
        control.tell(wanted);
        return true;
    }

    boolean isRunning() {
        return running != null;
    }

    @Override
    public void close() throws IOException {
        stop();
        control.clear();
    }

    private void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }
}
