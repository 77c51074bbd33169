package io.klamm.rules.alert;

import io.klamm.model.alert.Alert;
import java.util.List;

/** Takes what there is to tell. Called by several threads. */
public interface AlertSink {

    /**
     * Takes alerts that fire, and those that are resolved. They are told again until the call returns without an exception: when it returns, they are surely kept.
     *
     * @param alerts never empty
     */
    void tell(List<Alert> alerts);
}
