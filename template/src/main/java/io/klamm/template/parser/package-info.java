/** Text to tree: the lexer and the parser, with Go's messages. */
@NullMarked
package io.klamm.template.parser;

import org.jspecify.annotations.NullMarked;
