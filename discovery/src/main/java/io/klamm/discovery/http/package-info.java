/** Targets from an HTTP server that lists them. */
@NullMarked
package io.klamm.discovery.http;

import org.jspecify.annotations.NullMarked;
