/** Alerts, rules and silences over HTTP: Alertmanager's API v2, and Klamm's own for what that has no words for. */
@NullMarked
package io.klamm.web.alerts;

import org.jspecify.annotations.NullMarked;
