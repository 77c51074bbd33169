package io.klamm.tsdb.index;

import io.klamm.storage.Matcher;
import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which of a label's values a matcher says yes or no to: an expression is tried once on each distinct value, and its answers are remembered while the values stay the same. The
 * memory is bounded; what was not asked for longest goes first. Safe from any thread.
 */
final class ValueMatches {

    private static final int MOST_REMEMBERED = 1 << 20;
    private static final int MOST_EXPRESSIONS = 1_000;

    private record Question(Matcher matcher, boolean wanted) {}

    /** The values are held weakly: they may have been replaced by newer ones since. */
    private static final class Answer {
        private final WeakReference<LabelValues> values;
        private final int[] places;

        Answer(LabelValues values, int[] places) {
            this.values = new WeakReference<>(values);
            this.places = places;
        }
    }

    private final Map<Question, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);
    private long remembered;

    /** The places of the values to which the matcher says {@code wanted}, rising. */
    int[] places(LabelValues values, Matcher matcher, boolean wanted) {
        boolean compared = wanted != matcher.type().negative();
        if (compared && matcher.literals().isPresent()) {
            return known(values, matcher.literals().get());
        }
        if (!matcher.type().regex() || matcher.literals().isPresent()) {
            return tried(values, matcher, wanted, 0, values.size());
        }
        Question question = new Question(matcher, wanted);
        int[] places = recall(question, values);
        if (places == null) {
            int begin = compared ? begin(values, matcher.prefix()) : 0;
            int end = compared ? end(values, matcher.prefix(), begin) : values.size();
            places = tried(values, matcher, wanted, begin, end);
            remember(question, new Answer(values, places));
        }
        return places;
    }

    private static int[] known(LabelValues values, List<String> literals) {
        return literals.stream()
                .mapToInt(values::find)
                .filter(place -> place >= 0)
                .sorted()
                .toArray();
    }

    private static int[] tried(LabelValues values, Matcher matcher, boolean wanted, int begin, int end) {
        return IntStream.range(begin, end)
                .filter(place -> matcher.matches(values.value(place)) == wanted)
                .toArray();
    }

    private static int begin(LabelValues values, String prefix) {
        int found = values.find(prefix);
        return found >= 0 ? found : -found - 1;
    }

    private static int end(LabelValues values, String prefix, int begin) {
        int low = begin;
        int high = values.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values.value(middle).startsWith(prefix)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private synchronized int @Nullable [] recall(Question question, LabelValues values) {
        Answer answer = answers.get(question);
        return answer == null || !answer.values.refersTo(values) ? null : answer.places;
    }

    private synchronized void remember(Question question, Answer answer) {
        Answer old = answers.put(question, answer);
        remembered += answer.places.length - (old == null ? 0 : old.places.length);
        var oldest = answers.entrySet().iterator();
        while (answers.size() > MOST_EXPRESSIONS || (remembered > MOST_REMEMBERED && answers.size() > 1)) {
            remembered -= oldest.next().getValue().places.length;
            oldest.remove();
        }
    }
}
