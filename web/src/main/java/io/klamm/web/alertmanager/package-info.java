/** Alertmanager's API v2, so that its clients and Prometheus servers work with our notifier. */
@NullMarked
package io.klamm.web.alertmanager;

import org.jspecify.annotations.NullMarked;
