/** What the program prints on a terminal: tables and the status report. Pure. */
@NullMarked
package io.klamm.cmd.text;

import org.jspecify.annotations.NullMarked;
