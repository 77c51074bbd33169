/** The write-ahead log: segments of records with checksums, written at every commit, synced by policy, and read again after a restart or by those who hand samples on. */
@NullMarked
package io.klamm.tsdb.wal;

import org.jspecify.annotations.NullMarked;
