/** From text to tree: lexer, parser and type checker of PromQL, with Prometheus's errors word by word; and the language of series in rule tests. */
@NullMarked
package io.klamm.promql.parser;

import org.jspecify.annotations.NullMarked;
