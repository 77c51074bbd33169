/** HTTP on one port: the APIs, the metrics and the page. Answers only from what the other rooms have published. */
@NullMarked
package io.klamm.web;

import org.jspecify.annotations.NullMarked;
