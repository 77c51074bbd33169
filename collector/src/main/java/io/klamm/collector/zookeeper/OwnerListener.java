package io.klamm.collector.zookeeper;

import java.util.Optional;

/** Told who reads what, on the source's thread; must not block. */
public interface OwnerListener {

    /**
     * A partition has another owner than before.
     *
     * @param owner the consumer's own id as it wrote it, empty when nobody owns the partition any more
     */
    void owned(String group, String topic, int partition, Optional<String> owner);
}
