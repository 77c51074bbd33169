/** The program: Main, Server (wired by hand) and the sub-commands. The only room that knows all others. */
@NullMarked
package io.klamm.cmd;

import org.jspecify.annotations.NullMarked;
