package io.klamm.model.rule;

/**
 * What is wrong with a rule file.
 *
 * @param line where, from 1; 0 where it is the file as a whole
 * @param column where in the line, from 1; 0 where it is the line as a whole
 * @param message what is wrong, and what was expected
 */
public record RuleProblem(int line, int column, String message) {}
