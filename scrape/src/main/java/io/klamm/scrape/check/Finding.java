package io.klamm.scrape.check;

/**
 * One thing that a check found on a page.
 *
 * @param line counted from 1
 * @param family the metric that it is about; empty if it is about the line
 * @param message what it is
 */
public record Finding(int line, String family, String message) {}
