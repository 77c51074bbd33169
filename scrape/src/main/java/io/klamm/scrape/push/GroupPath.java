package io.klamm.scrape.push;

import io.klamm.model.series.Labels;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The labels that name a group, read out of a path: {@code /metrics/job/<job>{/<label>/<value>}}. A name that ends in {@code @base64} has its value in
 * base64 for URLs, with or without padding; a value with a slash can only be written so, for the path is decoded before it is taken apart.
 */
final class GroupPath {

    private static final int NOT_FOUND = 404;
    private static final String PREFIX = "/metrics/";
    private static final String JOB = "job";
    private static final String BASE64 = "@base64";
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    private GroupPath() {}

    /** @param rawPath as it was sent, without the query */
    static Labels labels(String rawPath) throws PushRefusedException {
        String path = decoded(rawPath);
        if (!path.startsWith(PREFIX + JOB + "/") && !path.startsWith(PREFIX + JOB + BASE64 + "/")) {
            throw new PushRefusedException(
                    NOT_FOUND, "path: " + path + " (expected: /metrics/job/<job>{/<label>/<value>})");
        }
        String[] parts = path.substring(PREFIX.length()).split("/", -1);
        int count = parts.length % 2 == 1 && parts[parts.length - 1].isEmpty() ? parts.length - 1 : parts.length;
        if (count % 2 == 1) {
            throw PushRefusedException.bad("odd number of components in label string \""
                    + path.substring(PREFIX.length()) + "\" (expected: a value for each label)");
        }
        Map<String, String> labels = new TreeMap<>();
        for (int i = count - 2; i >= 0; i -= 2) {
            labels.put(name(parts[i]), value(parts[i], parts[i + 1]));
        }
        if (labels.getOrDefault(JOB, "").isEmpty()) {
            throw PushRefusedException.bad("job name is required");
        }
        return Labels.of(labels);
    }

    private static String decoded(String rawPath) throws PushRefusedException {
        try {
            // Unlike in a form, a plus is a plus.
            return URLDecoder.decode(rawPath.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw PushRefusedException.bad("path: " + rawPath + " (expected: percent-encoded)");
        }
    }

    private static String name(String part) throws PushRefusedException {
        String name = part.endsWith(BASE64) ? part.substring(0, part.length() - BASE64.length()) : part;
        if (!NAME.matcher(name).matches() || name.startsWith("__")) {
            throw PushRefusedException.bad("improper label name \"" + name + "\"");
        }
        return name;
    }

    private static String value(String name, String part) throws PushRefusedException {
        if (!name.endsWith(BASE64)) {
            return part;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part.replaceFirst("=+$", ""));
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw PushRefusedException.bad("cannot decode base64 value \"" + part + "\" of label " + name
                    + " (expected: UTF-8 in base64 for URLs)");
        }
    }
}
