package io.klamm.storage.remote.wire;

import io.klamm.model.series.Labels;
import java.util.ArrayList;
import java.util.List;

/** Labels as messages of a name (field 1) and a value (field 2), as all of Prometheus's older messages have them. */
public final class LabelFields {

    private LabelFields() {}

    /** Reads the label that the field is, and adds its name and value. */
    public static void read(ProtoReader in, List<String> into) throws WireException {
        String name = "";
        String value = "";
        int outer = in.enter();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> name = in.text();
                case 2 -> value = in.text();
                default -> in.skip();
            }
        }
        in.leave(outer);
        into.add(name);
        into.add(value);
    }

    /** Reads a message that consists of labels, in whatever field. */
    public static List<String> readAll(byte[] bytes, int from, int to) throws WireException {
        List<String> labels = new ArrayList<>(32);
        ProtoReader in = new ProtoReader(bytes, from, to);
        while (in.next()) {
            read(in, labels);
        }
        return labels;
    }

    /** Labels of names and values in turn; a name that occurs twice is refused. */
    public static Labels labels(List<String> namesAndValues) throws WireException {
        try {
            return Labels.of(namesAndValues.toArray(String[]::new));
        } catch (IllegalArgumentException e) {
            throw WireException.malformed("invalid labels: " + e.getMessage());
        }
    }

    /** Writes each label as such a field. */
    public static void write(ProtoWriter out, int field, Labels labels) {
        for (int i = 0; i < labels.size(); i++) {
            int label = out.begin(field);
            out.text(1, labels.name(i)).text(2, labels.value(i)).end(label);
        }
    }
}
