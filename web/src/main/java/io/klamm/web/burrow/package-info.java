/** Burrow's HTTP API, byte for byte: decided here without I/O, sent by the room's front. */
@NullMarked
package io.klamm.web.burrow;

import org.jspecify.annotations.NullMarked;
