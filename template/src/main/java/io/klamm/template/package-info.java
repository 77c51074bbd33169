/** Go's text/template for the JVM, with the functions of Prometheus, Alertmanager and Burrow. */
@NullMarked
package io.klamm.template;

import org.jspecify.annotations.NullMarked;
