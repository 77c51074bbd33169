package io.klamm.tsdb.index;

import io.klamm.model.series.CodePointOrder;
import io.klamm.storage.Matcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Which of a label's values a matcher says yes or no to. */
final class ValueMatches {

    /** The values of the matcher's label to which it says {@code wanted}, sorted. */
    List<String> values(LabelIndex index, Matcher matcher, boolean wanted) {
        boolean compared = wanted != matcher.type().negative();
        List<String> all = index.values(matcher.name());
        if (compared && matcher.literals().isPresent()) {
            return known(all, matcher.literals().get());
        }
        List<String> candidates = compared ? beginning(all, matcher.prefix()) : all;
        List<String> found = new ArrayList<>();
        for (String value : candidates) {
            if (matcher.matches(value) == wanted) {
                found.add(value);
            }
        }
        return found;
    }

    private static List<String> known(List<String> all, List<String> literals) {
        List<String> found = new ArrayList<>();
        for (String literal : literals) {
            if (search(all, literal) >= 0) {
                found.add(literal);
            }
        }
        return found;
    }

    private static List<String> beginning(List<String> all, String prefix) {
        if (prefix.isEmpty()) {
            return all;
        }
        int from = search(all, prefix);
        int begin = from >= 0 ? from : -from - 1;
        int end = begin;
        int high = all.size();
        while (end < high) {
            int middle = (end + high) >>> 1;
            if (all.get(middle).startsWith(prefix)) {
                end = middle + 1;
            } else {
                high = middle;
            }
        }
        return all.subList(begin, end);
    }

    private static int search(List<String> sorted, String value) {
        return Collections.binarySearch(sorted, value, CodePointOrder.INSTANCE);
    }
}
