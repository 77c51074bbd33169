/** Where practice messages go: an HTTP endpoint that stands for Slack and its like. */
@NullMarked
package io.klamm.lab.sink;

import org.jspecify.annotations.NullMarked;
