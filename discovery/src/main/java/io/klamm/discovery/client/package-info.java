/** How others are asked over HTTP: what prometheus.yml says of it, and the JDK's client behind a small interface. */
@NullMarked
package io.klamm.discovery.client;

import org.jspecify.annotations.NullMarked;
