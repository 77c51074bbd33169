package io.klamm.model.alert;

/**
 * What a label of an alert has to be. A label that is not there counts as empty.
 *
 * @param name the label's
 * @param value what it is compared with; a regular expression of RE2 is anchored at both ends
 */
public record AlertMatcher(String name, Operator operator, String value) {

    /** How it is compared. */
    public enum Operator {
        EQUAL("="),
        NOT_EQUAL("!="),
        REGEX("=~"),
        NOT_REGEX("!~");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** As it is written between name and value. */
        public String sign() {
            return sign;
        }
    }

    /** As people write it: {@code name="value"}. */
    @Override
    public String toString() {
        return name
                + operator.sign()
                + '"'
                + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
                + '"';
    }
}
