package io.klamm.notifier.channel.text;

/**
 * What would be sent, without its secrets.
 *
 * @param kind of the channel
 * @param title the subject of a mail; empty where there is none apart from the text
 * @param mediaType {@code application/json}, {@code text/html} ...
 * @param text as it would go out
 */
public record Preview(String kind, String title, String mediaType, String text) {}
