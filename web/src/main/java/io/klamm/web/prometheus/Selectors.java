package io.klamm.web.prometheus;

import io.klamm.storage.Matcher;
import java.util.ArrayList;
import java.util.List;

/** The parameter {@code match[]}: which series are meant, given any number of times. */
final class Selectors {

    private Selectors() {}

    /** The sets of conditions, of which a series must meet one; none at all if the parameter is not given. */
    static List<List<Matcher>> of(Parameters parameters) throws ApiProblem {
        List<List<Matcher>> selectors = new ArrayList<>();
        for (String text : parameters.all("match[]")) {
            selectors.add(selector(text));
        }
        return selectors;
    }

    private static List<Matcher> selector(String text) throws ApiProblem {
        List<Matcher> matchers = Language.selector("match[]", text);
        if (matchers.stream().allMatch(Matcher::matchesEmpty)) {
            throw ApiProblem.badData("match[] must contain at least one non-empty matcher");
        }
        return matchers;
    }
}
