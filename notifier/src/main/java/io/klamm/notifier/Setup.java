package io.klamm.notifier;

import io.klamm.notifier.config.NotifierConfig;
import io.klamm.notifier.message.Channel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * By what the notifier works until it is given another.
 *
 * @param channels of each receiver, by its name, in the order of the file; closed by who made them
 * @param shown the configuration as people may see it: without secrets
 */
public record Setup(NotifierConfig config, Map<String, List<Channel>> channels, String shown) {

    public Setup {
        channels = Collections.unmodifiableMap(new LinkedHashMap<>(channels));
    }
}
