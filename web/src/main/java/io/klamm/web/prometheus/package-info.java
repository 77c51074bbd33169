/** Prometheus's HTTP API v1, so that whatever speaks to Prometheus speaks to Klamm: the answers, without the HTTP around them. */
@NullMarked
package io.klamm.web.prometheus;

import org.jspecify.annotations.NullMarked;
