/** Recording and alerting rules: rule files, groups and their states, rule unit tests, backtests, the Kafka pack. */
@NullMarked
package io.klamm.rules;

import org.jspecify.annotations.NullMarked;
