/** The server, wired by hand: the only place where the rooms meet. */
@NullMarked
package io.klamm.cmd.server;

import org.jspecify.annotations.NullMarked;
