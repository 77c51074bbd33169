package io.klamm.scrape.push;

/**
 * The answer to a request.
 *
 * @param status of HTTP: 200 for a push, 202 for a deletion, as the Pushgateway says it
 * @param text plain, empty if all is well
 */
public record PushAnswer(int status, String text) {}
