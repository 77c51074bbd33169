package io.klamm.promql.ast;

/** The time that a selector is fixed to by {@code @}. */
public sealed interface AtTime {

    /**
     * A time that is written out.
     *
     * @param millis since the epoch
     */
    record Fixed(long millis) implements AtTime {}

    /** An end of the query's range: {@code start()} or {@code end()}. */
    enum Bound implements AtTime {
        START("start"),
        END("end");

        private final String word;

        Bound(String word) {
            this.word = word;
        }

        /** As written, without brackets. */
        public String word() {
            return word;
        }
    }
}
