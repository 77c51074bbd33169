/** The offsets that old consumers keep in ZooKeeper, read as they are committed. */
@NullMarked
package io.klamm.collector.zookeeper;

import org.jspecify.annotations.NullMarked;
