/**
 * What the lag room was told, kept on disk: so that a start does not begin blind, and any moment of the past can be judged again.
 *
 * <p>The files are described in {@code lag/JOURNAL.md}.
 */
@NullMarked
package io.klamm.lag.journal;

import org.jspecify.annotations.NullMarked;
