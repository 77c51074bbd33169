/** Real brokers as processes of their own: their ports, files, start, faults and end. */
@NullMarked
package io.klamm.lab.cluster;

import org.jspecify.annotations.NullMarked;
