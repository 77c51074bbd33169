package io.klamm.web.prometheus;

import io.klamm.promql.ast.Expr;
import io.klamm.promql.parser.ParseException;
import io.klamm.promql.parser.PromqlParser;
import io.klamm.promql.printer.ExprTree;
import io.klamm.promql.printer.PrettyPrinter;
import io.klamm.storage.Matcher;
import java.util.List;

/** Reads expressions without evaluating them. */
final class Language {

    private Language() {}

    /** The conditions of a selector such as {@code up{job="kafka"}}, given as the parameter of a name. */
    static List<Matcher> selector(String parameter, String text) throws ApiProblem {
        try {
            return PromqlParser.parseSelector(text);
        } catch (ParseException e) {
            throw ApiProblem.parameter(parameter, String.valueOf(e.getMessage()));
        }
    }

    /** The expression of the parameter {@code query} in the usual layout. */
    static String format(Parameters parameters) throws ApiProblem {
        return PrettyPrinter.print(parse(parameters));
    }

    /** The expression of the parameter {@code query} as a tree of maps, lists, texts, numbers and truth values. */
    static Object tree(Parameters parameters) throws ApiProblem {
        return ExprTree.of(parse(parameters));
    }

    private static Expr parse(Parameters parameters) throws ApiProblem {
        try {
            return PromqlParser.parse(parameters.get("query"));
        } catch (ParseException e) {
            throw ApiProblem.parameter("query", String.valueOf(e.getMessage()));
        }
    }
}
