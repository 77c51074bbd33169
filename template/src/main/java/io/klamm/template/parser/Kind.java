package io.klamm.template.parser;

/** What a token is. */
enum Kind {
    TEXT,
    LEFT,
    RIGHT,
    SPACE,
    FIELD,
    VARIABLE,
    IDENTIFIER,
    KEYWORD,
    DOT,
    NIL,
    BOOL,
    NUMBER,
    CHAR,
    STRING,
    RAW_STRING,
    PIPE,
    COMMA,
    DECLARE,
    ASSIGN,
    OPEN,
    CLOSE,
    OTHER,
    END
}
