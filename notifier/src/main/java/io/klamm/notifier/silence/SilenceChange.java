package io.klamm.notifier.silence;

import io.klamm.model.alert.Silence;
import java.util.List;

/**
 * What becomes of a wish to make or to change a silence.
 *
 * @param id of the silence as it is from now on
 * @param changed all silences that are new or other than before
 */
public record SilenceChange(String id, List<Silence> changed) {

    public SilenceChange {
        changed = List.copyOf(changed);
    }
}
