package io.klamm.promql.parser;

import io.klamm.promql.ast.Aggregator;
import io.klamm.promql.ast.BinaryOp;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of tokens. */
enum TokenType {
    END_OF_INPUT(Group.END),
    COMMENT(Group.NAMED),
    IDENTIFIER(Group.NAMED),
    /** An identifier with a colon, which only a metric's name has. */
    METRIC_IDENTIFIER(Group.NAMED),
    STRING(Group.NAMED),
    NUMBER(Group.NAMED),
    DURATION(Group.NAMED),

    LEFT_PAREN(Group.SIGN),
    RIGHT_PAREN(Group.SIGN),
    LEFT_BRACE(Group.SIGN),
    RIGHT_BRACE(Group.SIGN),
    LEFT_BRACKET(Group.SIGN),
    RIGHT_BRACKET(Group.SIGN),
    COMMA(Group.SIGN),
    COLON(Group.SIGN),
    ASSIGN(Group.SIGN),
    SPACE(Group.SIGN),
    BLANK(Group.SIGN),
    TIMES(Group.SIGN),
    HISTOGRAM(Group.SIGN),

    ADD(BinaryOp.ADD),
    SUB(BinaryOp.SUBTRACT),
    MUL(BinaryOp.MULTIPLY),
    DIV(BinaryOp.DIVIDE),
    MOD(BinaryOp.MODULO),
    POW(BinaryOp.POWER),
    EQUAL(BinaryOp.EQUAL),
    NOT_EQUAL(BinaryOp.NOT_EQUAL),
    LESS(BinaryOp.LESS),
    LESS_EQUAL(BinaryOp.LESS_EQUAL),
    GREATER(BinaryOp.GREATER),
    GREATER_EQUAL(BinaryOp.GREATER_EQUAL),
    TRIM_UPPER(BinaryOp.TRIM_UPPER),
    TRIM_LOWER(BinaryOp.TRIM_LOWER),
    REGEX(Group.OPERATOR),
    NOT_REGEX(Group.OPERATOR),
    AT(Group.OPERATOR),
    AND(BinaryOp.AND, true),
    OR(BinaryOp.OR, true),
    UNLESS(BinaryOp.UNLESS, true),
    ATAN2(BinaryOp.ATAN2, false),

    SUM(Aggregator.SUM),
    AVG(Aggregator.AVG),
    COUNT(Aggregator.COUNT),
    MIN(Aggregator.MIN),
    MAX(Aggregator.MAX),
    GROUP(Aggregator.GROUP),
    STDDEV(Aggregator.STDDEV),
    STDVAR(Aggregator.STDVAR),
    TOPK(Aggregator.TOPK),
    BOTTOMK(Aggregator.BOTTOMK),
    COUNT_VALUES(Aggregator.COUNT_VALUES),
    QUANTILE(Aggregator.QUANTILE),
    LIMITK(Aggregator.LIMITK),
    LIMIT_RATIO(Aggregator.LIMIT_RATIO),

    OFFSET(Group.KEYWORD, true),
    ANCHORED(Group.KEYWORD, true),
    SMOOTHED(Group.KEYWORD, true),
    BY(Group.KEYWORD, true),
    WITHOUT(Group.KEYWORD, true),
    FILL(Group.KEYWORD, true),
    FILL_LEFT(Group.KEYWORD, true),
    FILL_RIGHT(Group.KEYWORD, true),
    ON(Group.KEYWORD, false),
    IGNORING(Group.KEYWORD, false),
    GROUP_LEFT(Group.KEYWORD, false),
    GROUP_RIGHT(Group.KEYWORD, false),
    BOOL(Group.KEYWORD, false),

    START(Group.QUERY_TIME, true),
    END(Group.QUERY_TIME, true),
    STEP(Group.QUERY_TIME, true),
    RANGE(Group.QUERY_TIME, true),
    MAX_OF(Group.QUERY_TIME, true),
    MIN_OF(Group.QUERY_TIME, true);

    /** How errors speak of a token. */
    enum Group {
        END,
        /** By what it is and its text: {@code identifier "a"}. */
        NAMED,
        SIGN,
        OPERATOR,
        AGGREGATOR,
        KEYWORD,
        /** Words that are functions too. */
        QUERY_TIME
    }

    private static final Map<String, TokenType> WORDS = words();

    private final Group group;
    private final boolean word;
    private final boolean metricName;
    private final @Nullable BinaryOp operator;
    private final @Nullable Aggregator aggregator;

    TokenType(Group group) {
        this(group, false, false, null, null);
    }

    TokenType(Group group, boolean metricName) {
        this(group, true, metricName, null, null);
    }

    TokenType(BinaryOp operator) {
        this(Group.OPERATOR, false, false, operator, null);
    }

    TokenType(BinaryOp operator, boolean metricName) {
        this(Group.OPERATOR, true, metricName, operator, null);
    }

    TokenType(Aggregator aggregator) {
        this(Group.AGGREGATOR, true, true, null, aggregator);
    }

    TokenType(
            Group group,
            boolean word,
            boolean metricName,
            @Nullable BinaryOp operator,
            @Nullable Aggregator aggregator) {
        this.group = group;
        this.word = word;
        this.metricName = metricName;
        this.operator = operator;
        this.aggregator = aggregator;
    }

    private static Map<String, TokenType> words() {
        Map<String, TokenType> words = new HashMap<>();
        for (TokenType type : values()) {
            if (type.word) {
                words.put(type.name().toLowerCase(Locale.ROOT), type);
            }
        }
        words.put("inf", NUMBER);
        words.put("nan", NUMBER);
        return Collections.unmodifiableMap(words);
    }

    /** What a word means, in whatever case it is written; nothing if it is a name. */
    static Optional<TokenType> ofWord(String text) {
        return Optional.ofNullable(WORDS.get(text.toLowerCase(Locale.ROOT)));
    }

    Group group() {
        return group;
    }

    /** The operator between two expressions, if it is one. */
    @Nullable
    BinaryOp operator() {
        return operator;
    }

    @Nullable
    Aggregator aggregator() {
        return aggregator;
    }

    /** Whether the token may stand for a metric's name. */
    boolean namesMetric() {
        return metricName || this == IDENTIFIER || this == METRIC_IDENTIFIER;
    }

    /** Whether the token may stand for a label in {@code by (...)} and its like: all words but one, which Prometheus forgot. */
    boolean namesLabel() {
        return (word && this != WITHOUT) || this == IDENTIFIER || this == METRIC_IDENTIFIER;
    }
}
