package io.klamm.promql.parser;

/**
 * Where in the grammar a token is missing, in the words of errors.
 *
 * @param name what is being parsed
 * @param expected what may come next
 */
record Place(String name, String expected) {}
