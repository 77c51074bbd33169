package io.klamm.web.prometheus;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** One segment of a path, decoded. */
final class PathText {

    private PathText() {}

    static String decode(String segment) throws ApiProblem {
        try {
            // A plus sign stands for itself in a path.
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiProblem.badData("invalid URL escape in the path");
        }
    }
}
