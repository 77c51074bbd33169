package io.klamm.model;

/** The four kinds of groups that a broker coordinates, and what an older broker leaves unsaid. */
public enum GroupType {
    CLASSIC("classic"),
    CONSUMER("consumer"),
    SHARE("share"),
    STREAMS("streams"),
    UNKNOWN("unknown");

    private final String label;

    GroupType(String label) {
        this.label = label;
    }

    /** Lower-case name, for people, labels and JSON. */
    public String label() {
        return label;
    }
}
