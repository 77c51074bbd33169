/** The bytes of Prometheus's remote protocols: protobuf, snappy blocks, chunks of samples, frames with checksums. */
@NullMarked
package io.klamm.storage.remote.wire;

import org.jspecify.annotations.NullMarked;
