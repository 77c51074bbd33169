package io.klamm.promql.parser;

import io.klamm.model.series.LabelText;
import io.klamm.model.series.Labels;
import io.klamm.promql.ast.AggregateExpr;
import io.klamm.promql.ast.BinaryExpr;
import io.klamm.promql.ast.BinaryOp;
import io.klamm.promql.ast.Call;
import io.klamm.promql.ast.Expr;
import io.klamm.promql.ast.Function;
import io.klamm.promql.ast.MatrixSelector;
import io.klamm.promql.ast.ParenExpr;
import io.klamm.promql.ast.Span;
import io.klamm.promql.ast.SubqueryExpr;
import io.klamm.promql.ast.UnaryExpr;
import io.klamm.promql.ast.ValueType;
import io.klamm.promql.ast.VectorMatching;
import io.klamm.promql.ast.VectorMatching.Cardinality;
import io.klamm.promql.ast.VectorSelector;
import io.klamm.storage.Matcher;
import java.util.List;

/** Refuses expressions whose parts do not go together, with the first error in the order in which Prometheus looks. */
final class TypeChecker {

    private static final String SCALAR_OR_VECTOR =
            "binary expression must contain only scalar and instant vector types";

    private final String text;

    TypeChecker(String text) {
        this.text = text;
    }

    void check(Expr expr) throws ParseException {
        if (expr instanceof AggregateExpr aggregate) {
            aggregation(aggregate);
        } else if (expr instanceof BinaryExpr binary) {
            binary(binary);
        } else if (expr instanceof Call call) {
            call(call);
        } else if (expr instanceof ParenExpr paren) {
            check(paren.expr());
        } else if (expr instanceof UnaryExpr unary) {
            unary(unary);
        } else if (expr instanceof SubqueryExpr subquery) {
            subquery(subquery);
        } else if (expr instanceof MatrixSelector matrix) {
            selector(matrix.selector(), false);
        } else if (expr instanceof VectorSelector selector) {
            selector(selector, false);
        }
    }

    private void aggregation(AggregateExpr aggregate) throws ParseException {
        expect(ValueType.VECTOR, aggregate.expr(), "aggregation expression");
        ValueType paramType = aggregate.op().paramType();
        if (paramType != null && aggregate.param() != null) {
            expect(paramType, aggregate.param(), "aggregation parameter");
        }
    }

    private void expect(ValueType type, Expr expr, String place) throws ParseException {
        check(expr);
        if (expr.type() != type) {
            throw error(
                    expr.position(),
                    "expected type " + type.words() + " in " + place + ", got "
                            + expr.type().words());
        }
    }

    private void unary(UnaryExpr unary) throws ParseException {
        check(unary.expr());
        if (!scalarOrVector(unary.expr())) {
            String type = LabelText.quote(unary.expr().type().words());
            throw error(
                    unary.position(),
                    "unary expression only allowed on expressions of type scalar or instant vector, got " + type);
        }
    }

    private void subquery(SubqueryExpr subquery) throws ParseException {
        check(subquery.expr());
        if (subquery.expr().type() != ValueType.VECTOR) {
            throw error(
                    subquery.position(),
                    "subquery is only allowed on instant vector, got "
                            + subquery.expr().type().tag() + " instead");
        }
    }

    private static boolean scalarOrVector(Expr expr) {
        return expr.type() == ValueType.SCALAR || expr.type() == ValueType.VECTOR;
    }

    private void binary(BinaryExpr binary) throws ParseException {
        check(binary.lhs());
        check(binary.rhs());
        BinaryOp op = binary.op();
        boolean scalars =
                binary.lhs().type() == ValueType.SCALAR && binary.rhs().type() == ValueType.SCALAR;
        if (binary.returnBool() && !op.comparison()) {
            throw error(operator(binary), "bool modifier can only be used on comparison operators");
        }
        if (op.comparison() && !binary.returnBool() && scalars) {
            throw error(operator(binary), "comparisons between scalars must use BOOL modifier");
        }
        VectorMatching matching = binary.matching();
        if (matching != null) {
            refuseLabelTwice(binary, matching);
        }
        for (Expr side : List.of(binary.lhs(), binary.rhs())) {
            if (!scalarOrVector(side)) {
                throw error(side.position(), SCALAR_OR_VECTOR);
            }
        }
        if (matching != null) {
            matching(binary, matching);
        }
        boolean scalar = binary.lhs().type() == ValueType.SCALAR || binary.rhs().type() == ValueType.SCALAR;
        if (op.set() && scalar) {
            throw error(
                    binary.position(),
                    "set operator " + LabelText.quote(op.sign()) + " not allowed in binary scalar expression");
        }
    }

    private void refuseLabelTwice(BinaryExpr binary, VectorMatching matching) throws ParseException {
        for (String label : matching.labels()) {
            if (matching.on() && matching.include().contains(label)) {
                throw error(
                        operator(binary),
                        "label " + LabelText.quote(label) + " must not occur in ON and GROUP clause at once");
            }
        }
    }

    private void matching(BinaryExpr binary, VectorMatching matching) throws ParseException {
        boolean vectors =
                binary.lhs().type() == ValueType.VECTOR && binary.rhs().type() == ValueType.VECTOR;
        if (!vectors) {
            throw error(
                    binary.position(),
                    matching.labels().isEmpty()
                            ? "filling in missing series only allowed between instant vectors"
                            : "vector matching only allowed between instant vectors");
        }
        if (!binary.op().set()) {
            return;
        }
        if (matching.cardinality() != Cardinality.MANY_TO_MANY) {
            throw error(
                    binary.position(),
                    "no grouping allowed for " + LabelText.quote(binary.op().sign()) + " operation");
        }
        if (matching.fills()) {
            throw error(binary.position(), "filling in missing series not allowed for set operators");
        }
    }

    /** The place of the operator: what is left between the two sides, without space. */
    private Span operator(BinaryExpr binary) {
        int start = binary.lhs().position().end();
        int end = binary.rhs().position().start();
        while (start < end && Cursor.space(text.charAt(start))) {
            start++;
        }
        return new Span(start, Math.max(start, end));
    }

    private void call(Call call) throws ParseException {
        Function function = call.function();
        number(call, function);
        boolean info = function.name().equals("info");
        if (info && call.args().size() > 1) {
            infoSelector(call.args().get(1));
        }
        for (int i = 0; i < call.args().size(); i++) {
            Expr arg = call.args().get(i);
            if (info && arg instanceof VectorSelector selector) {
                selector(selector, i == 1);
            } else {
                check(arg);
            }
            if (arg.type() != function.argType(i)) {
                throw error(
                        arg.position(),
                        "expected type " + function.argType(i).words() + " in call to function "
                                + LabelText.quote(function.name()) + ", got "
                                + arg.type().words());
            }
        }
    }

    private void number(Call call, Function function) throws ParseException {
        int given = call.args().size();
        int wanted = given < function.minArgs() ? function.minArgs() : function.maxArgs();
        if (given >= function.minArgs() && given <= function.maxArgs()) {
            return;
        }
        String atLeast = function.variadic() == 0 ? "" : given < wanted ? "at least " : "at most ";
        throw error(
                call.position(),
                "expected " + atLeast + wanted + " argument(s) in call to " + LabelText.quote(function.name())
                        + ", got " + given);
    }

    /** The second argument of {@code info} is conditions on labels, not series. */
    private void infoSelector(Expr arg) throws ParseException {
        if (!(arg instanceof VectorSelector selector)) {
            throw error(arg.position(), "expected label selectors only");
        }
        if (!selector.name().isEmpty()) {
            throw error(arg.position(), "expected label selectors only, got vector selector instead");
        }
    }

    private void selector(VectorSelector selector, boolean mayBeEmpty) throws ParseException {
        String name = selector.name();
        if (!name.isEmpty()) {
            refuseSecondName(selector, name);
        } else if (!mayBeEmpty && selector.matchers().stream().allMatch(Matcher::matchesEmpty)) {
            throw error(selector.position(), "vector selector must contain at least one non-empty matcher");
        }
    }

    private void refuseSecondName(VectorSelector selector, String name) throws ParseException {
        for (Matcher matcher :
                selector.matchers().subList(0, selector.matchers().size() - 1)) {
            if (matcher.name().equals(Labels.NAME)) {
                throw error(
                        selector.position(),
                        "metric name must not be set twice: " + LabelText.quote(name) + " or "
                                + LabelText.quote(matcher.value()));
            }
        }
    }

    private ParseException error(Span span, String message) {
        return new ParseException(ParseError.of(text, span, message));
    }
}
