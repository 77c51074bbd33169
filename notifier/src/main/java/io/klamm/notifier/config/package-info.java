/** Alertmanager's configuration file: all of it but what is in the receivers' sections, with every mistake at once. */
@NullMarked
package io.klamm.notifier.config;

import org.jspecify.annotations.NullMarked;
