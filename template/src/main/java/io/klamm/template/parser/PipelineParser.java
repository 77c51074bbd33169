package io.klamm.template.parser;

import io.klamm.template.ast.Command;
import io.klamm.template.ast.Operand;
import io.klamm.template.ast.Pipeline;
import io.klamm.template.value.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** Parses what stands between two delimiters. */
final class PipelineParser {

    private static final int DEEPEST = 200;

    private final Tokens tokens;
    private final Scope scope;
    private final Predicate<String> functionExists;
    private int depth;

    PipelineParser(Tokens tokens, Scope scope, Predicate<String> functionExists) {
        this.tokens = tokens;
        this.scope = scope;
        this.functionExists = functionExists;
    }

    Pipeline pipeline(String context, Kind end) {
        Token start = tokens.peekNonSpace();
        if (++depth > DEEPEST) {
            throw tokens.error(start, "too many levels of parentheses: more than " + DEEPEST);
        }
        Declaration declaration = declaration(context, start);
        List<Command> commands = commands(context, end);
        checkStages(context, start, commands);
        depth--;
        return new Pipeline(start.at(), declaration.assigns(), declaration.variables(), commands);
    }

    private record Declaration(boolean assigns, List<String> variables) {}

    private Declaration declaration(String context, Token start) {
        List<String> variables = new ArrayList<>();
        if (start.kind() != Kind.VARIABLE) {
            return new Declaration(false, variables);
        }
        Token after = tokens.peekSecond();
        if (after.kind() == Kind.COMMA && context.equals("range")) {
            variables.add(tokens.next().text());
            tokens.nextNonSpace();
            after = secondVariable(start);
        }
        if (after.kind() != Kind.DECLARE && after.kind() != Kind.ASSIGN) {
            return new Declaration(false, variables);
        }
        variables.add(tokens.nextNonSpace().text());
        tokens.nextNonSpace();
        boolean assigns = after.kind() == Kind.ASSIGN;
        variables.forEach(variable -> declareOrCheck(variable, assigns, start));
        return new Declaration(assigns, variables);
    }

    private Token secondVariable(Token start) {
        if (tokens.peekNonSpace().kind() != Kind.VARIABLE) {
            throw tokens.error(start, "range can only initialize variables");
        }
        Token after = tokens.peekSecond();
        if (after.kind() == Kind.COMMA) {
            throw tokens.error(start, "too many declarations in range");
        }
        return after;
    }

    private void declareOrCheck(String variable, boolean assigns, Token place) {
        if (!assigns) {
            scope.declare(variable);
        } else if (!scope.has(variable)) {
            throw tokens.error(place, "undefined variable \"" + variable + "\"");
        }
    }

    private List<Command> commands(String context, Kind end) {
        List<Command> commands = new ArrayList<>();
        while (true) {
            Token token = tokens.peekNonSpace();
            if (token.kind() == end) {
                tokens.next();
                return commands;
            }
            if (!startsOperand(token)) {
                throw tokens.unexpected(token, context);
            }
            commands.add(command());
        }
    }

    private void checkStages(String context, Token start, List<Command> commands) {
        if (commands.isEmpty()) {
            throw tokens.error(start, "missing value for " + context);
        }
        for (int i = 1; i < commands.size(); i++) {
            Operand first = commands.get(i).first();
            if (first instanceof Operand.Constant || first instanceof Operand.Dot || first instanceof Operand.Nil) {
                throw tokens.error(start, "non executable command in pipeline stage " + (i + 1));
            }
        }
    }

    private static boolean startsOperand(Token token) {
        return switch (token.kind()) {
            case BOOL, CHAR, DOT, FIELD, IDENTIFIER, NUMBER, NIL, RAW_STRING, STRING, VARIABLE, OPEN -> true;
            case TEXT, LEFT, RIGHT, SPACE, KEYWORD, PIPE, COMMA, DECLARE, ASSIGN, CLOSE, OTHER, END -> false;
        };
    }

    private Command command() {
        int at = tokens.peekNonSpace().at();
        List<Operand> operands = new ArrayList<>();
        while (startsOperand(tokens.peekNonSpace())) {
            operands.add(operand());
            if (tokens.peek().kind() != Kind.SPACE) {
                break;
            }
        }
        endOfCommand();
        return new Command(at, operands);
    }

    private void endOfCommand() {
        Token token = tokens.peekNonSpace();
        if (token.kind() == Kind.RIGHT || token.kind() == Kind.CLOSE) {
            return;
        }
        tokens.next();
        if (token.kind() != Kind.PIPE) {
            throw tokens.unexpected(token, startsOperand(token) ? "operand" : "command");
        }
        Token after = tokens.peekNonSpace();
        if (after.kind() == Kind.RIGHT || after.kind() == Kind.CLOSE) {
            throw tokens.error(after, "missing value for command");
        }
    }

    private Operand operand() {
        Operand operand = term(tokens.next());
        if (tokens.peek().kind() != Kind.FIELD) {
            return operand;
        }
        int at = tokens.peek().at();
        List<String> names = new ArrayList<>();
        while (tokens.peek().kind() == Kind.FIELD) {
            names.add(tokens.next().text().substring(1));
        }
        return withFields(operand, at, names);
    }

    private Operand withFields(Operand operand, int at, List<String> names) {
        if (operand instanceof Operand.Field field) {
            return new Operand.Field(at, joined(field.names(), names));
        }
        if (operand instanceof Operand.Variable variable) {
            return new Operand.Variable(at, variable.name(), names);
        }
        if (operand instanceof Pipeline || operand instanceof Operand.Function) {
            return new Operand.Chain(at, operand, names);
        }
        throw tokens.error(tokens.peek(), "unexpected . after term \"" + operand + "\"");
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private Operand term(Token token) {
        return switch (token.kind()) {
            case DOT -> new Operand.Dot(token.at());
            case NIL -> new Operand.Nil(token.at());
            case FIELD -> new Operand.Field(token.at(), List.of(token.text().substring(1)));
            case IDENTIFIER -> function(token);
            case VARIABLE -> variable(token);
            case OPEN -> pipeline("parenthesized pipeline", Kind.CLOSE);
            case BOOL -> new Operand.Constant(token.at(), Boolean.valueOf(token.text()), token.text());
            case NUMBER -> number(token);
            case CHAR -> character(token);
            case STRING -> string(token);
            case RAW_STRING -> rawString(token);
            case TEXT, LEFT, RIGHT, SPACE, KEYWORD, PIPE, COMMA, DECLARE, ASSIGN, CLOSE, OTHER, END ->
                throw tokens.unexpected(token, "operand");
        };
    }

    private Operand function(Token token) {
        if (!functionExists.test(token.text())) {
            throw tokens.error(token, "function \"" + token.text() + "\" not defined");
        }
        return new Operand.Function(token.at(), token.text());
    }

    private Operand variable(Token token) {
        if (!scope.has(token.text())) {
            throw tokens.error(token, "undefined variable \"" + token.text() + "\"");
        }
        return new Operand.Variable(token.at(), token.text(), List.of());
    }

    private Operand number(Token token) {
        Object number = Literals.number(token.text());
        if (number == null) {
            throw badNumber(token);
        }
        return new Operand.Constant(token.at(), number, token.text());
    }

    private TemplateException badNumber(Token token) {
        return tokens.error(token, "bad number syntax: \"" + token.text() + "\"");
    }

    private Operand character(Token token) {
        String text = Literals.unquote(token.text());
        if (text == null || text.codePointCount(0, text.length()) != 1) {
            throw tokens.error(token, "malformed character constant: " + token.text());
        }
        return new Operand.Constant(token.at(), (long) text.codePointAt(0), token.text());
    }

    private Operand string(Token token) {
        String text = Literals.unquote(token.text());
        if (text == null) {
            throw tokens.error(token, "invalid syntax: " + token.text());
        }
        return new Operand.Constant(token.at(), Objects.requireNonNull(text), token.text());
    }

    private static Operand rawString(Token token) {
        String text = token.text().substring(1, token.text().length() - 1);
        return new Operand.Constant(token.at(), text, token.text());
    }
}
