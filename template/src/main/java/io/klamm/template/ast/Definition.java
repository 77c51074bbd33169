package io.klamm.template.ast;

/** A template by its name: the root of a text, or what a {@code define} or {@code block} of it holds. */
public record Definition(String name, Source source, Node.Body body) {}
