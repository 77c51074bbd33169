package io.klamm.template.parser;

import io.klamm.template.ast.Definition;
import io.klamm.template.ast.Node;
import io.klamm.template.ast.Pipeline;
import io.klamm.template.ast.Source;
import io.klamm.template.value.TemplateException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Parses a text into its root and the templates that it defines. */
public final class Parser {

    private static final int DEEPEST = 200;

    private final Source source;
    private final Tokens tokens;
    private final Scope scope = new Scope();
    private final PipelineParser pipelines;
    private final Map<String, Definition> definitions = new LinkedHashMap<>();
    private int depth;
    private int ranges;

    private Parser(Source source, Predicate<String> functionExists) {
        this.source = source;
        this.tokens = new Tokens(source);
        this.pipelines = new PipelineParser(tokens, scope, functionExists);
    }

    /**
     * The templates of a text, the one of the source's name last.
     *
     * @param functionExists whether templates may call a function of a name
     * @throws TemplateException where it cannot be understood: {@code template: NAME:LINE: message}
     */
    public static List<Definition> parse(Source source, Predicate<String> functionExists) {
        return new Parser(source, functionExists).all();
    }

    private List<Definition> all() {
        List<Node> nodes = new ArrayList<>();
        while (tokens.peek().kind() != Kind.END) {
            Ended ended = node(nodes);
            if (ended != null) {
                throw tokens.error(
                        ended.token(), "unexpected {{" + ended.token().text() + "}}");
            }
        }
        define(new Definition(source.name(), source, new Node.Body(nodes)), tokens.peek());
        return List.copyOf(definitions.values());
    }

    /** The {@code end} or {@code else} at which a list of nodes ended. */
    private record Ended(Token token) {}

    private @Nullable Ended node(List<Node> into) {
        Token token = tokens.next();
        if (token.kind() == Kind.TEXT) {
            into.add(new Node.Text(token.at(), token.text()));
            return null;
        }
        if (token.kind() != Kind.LEFT) {
            throw tokens.unexpected(token, "input");
        }
        return action(into);
    }

    private @Nullable Ended action(List<Node> into) {
        Token first = tokens.peekNonSpace();
        if (first.is("end") || first.is("else")) {
            tokens.next();
            return new Ended(first);
        }
        if (first.is("define")) {
            tokens.next();
            definition(first);
            return null;
        }
        into.add(first.kind() == Kind.KEYWORD ? control(tokens.next()) : output(first));
        return null;
    }

    private Node output(Token first) {
        return new Node.Action(first.at(), pipelines.pipeline("command", Kind.RIGHT));
    }

    private Node control(Token keyword) {
        return switch (keyword.text()) {
            case "if" -> {
                Branch branch = branch("if");
                yield new Node.If(keyword.at(), branch.pipeline(), branch.body(), branch.orElse());
            }
            case "with" -> {
                Branch branch = branch("with");
                yield new Node.With(keyword.at(), branch.pipeline(), branch.body(), branch.orElse());
            }
            case "range" -> {
                Branch branch = branch("range");
                yield new Node.Range(keyword.at(), branch.pipeline(), branch.body(), branch.orElse());
            }
            case "template" -> call();
            case "block" -> block(keyword);
            default -> jump(keyword);
        };
    }

    private record Branch(Pipeline pipeline, Node.Body body, Node.@Nullable Body orElse) {}

    private Branch branch(String context) {
        int mark = scope.mark();
        Pipeline pipeline = pipelines.pipeline(context, Kind.RIGHT);
        ranges += context.equals("range") ? 1 : 0;
        List<Node> body = new ArrayList<>();
        Ended ended = list(body);
        ranges -= context.equals("range") ? 1 : 0;
        Node.Body orElse = ended.token().is("else") ? orElse(context) : endOfList();
        scope.backTo(mark);
        return new Branch(pipeline, new Node.Body(body), orElse);
    }

    private Node.@Nullable Body endOfList() {
        tokens.expect(Kind.RIGHT, "end");
        return null;
    }

    private Node.Body orElse(String context) {
        Token next = tokens.peekNonSpace();
        if (!context.equals("range") && next.is(context)) {
            return new Node.Body(List.of(chained(tokens.next())));
        }
        tokens.expect(Kind.RIGHT, "else");
        List<Node> nodes = new ArrayList<>();
        Ended ended = list(nodes);
        if (ended.token().is("else")) {
            throw tokens.error(ended.token(), "expected end; found {{else}}");
        }
        endOfList();
        return new Node.Body(nodes);
    }

    /** {@code else if} is an {@code else} with an {@code if} in it that shares its end. */
    private Node chained(Token keyword) {
        deeper(keyword);
        Node node = control(keyword);
        depth--;
        return node;
    }

    private void deeper(Token place) {
        if (++depth > DEEPEST) {
            throw tokens.error(place, "too many levels of blocks: more than " + DEEPEST);
        }
    }

    private Ended list(List<Node> into) {
        deeper(tokens.peek());
        while (tokens.peek().kind() != Kind.END) {
            Ended ended = node(into);
            if (ended != null) {
                depth--;
                return ended;
            }
        }
        throw tokens.error(tokens.peek(), "unexpected EOF");
    }

    private Node jump(Token keyword) {
        Token after = tokens.nextNonSpace();
        if (after.kind() != Kind.RIGHT) {
            throw tokens.unexpected(after, "{{" + keyword.text() + "}}");
        }
        if (ranges == 0) {
            throw tokens.error(keyword, "{{" + keyword.text() + "}} outside {{range}}");
        }
        return keyword.is("break") ? new Node.Break(keyword.at()) : new Node.Continue(keyword.at());
    }

    private Node call() {
        Token name = tokens.peekNonSpace();
        String called = name("template clause");
        Pipeline pipeline = null;
        if (tokens.peekNonSpace().kind() == Kind.RIGHT) {
            tokens.next();
        } else {
            pipeline = pipelines.pipeline("template clause", Kind.RIGHT);
        }
        return new Node.Call(name.at(), called, pipeline);
    }

    private Node block(Token keyword) {
        Token name = tokens.peekNonSpace();
        String called = name("block clause");
        Pipeline pipeline = pipelines.pipeline("block clause", Kind.RIGHT);
        body(called, keyword);
        return new Node.Call(name.at(), called, pipeline);
    }

    private void definition(Token keyword) {
        if (depth > 0) {
            throw tokens.unexpected(keyword, "command");
        }
        String name = name("define clause");
        tokens.expect(Kind.RIGHT, "define clause");
        body(name, keyword);
    }

    /** A body sees no variables but {@code $}, and no range around it. */
    private void body(String name, Token place) {
        Inside before = enter();
        List<Node> nodes = new ArrayList<>();
        Ended ended = list(nodes);
        if (ended.token().is("else")) {
            throw tokens.error(ended.token(), "unexpected {{else}}");
        }
        endOfList();
        leave(before);
        define(new Definition(name, source, new Node.Body(nodes)), place);
    }

    private record Inside(List<String> variables, int ranges) {}

    private Inside enter() {
        Inside before = new Inside(scope.hide(), ranges);
        ranges = 0;
        return before;
    }

    private void leave(Inside before) {
        scope.show(before.variables());
        ranges = before.ranges();
    }

    private void define(Definition definition, Token place) {
        Definition before = definitions.get(definition.name());
        if (before != null && !before.body().blank() && !definition.body().blank()) {
            throw tokens.error(place, "template: multiple definition of template \"" + definition.name() + "\"");
        }
        if (before == null || before.body().blank()) {
            definitions.put(definition.name(), definition);
        }
    }

    private String name(String context) {
        Token token = tokens.nextNonSpace();
        if (token.kind() == Kind.RAW_STRING) {
            return token.text().substring(1, token.text().length() - 1);
        }
        String name = token.kind() == Kind.STRING ? Literals.unquote(token.text()) : null;
        if (name == null) {
            throw tokens.unexpected(token, context);
        }
        return name;
    }
}
