package io.klamm.tsdb.index;

import io.klamm.tsdb.files.ByteWriter;
import io.klamm.tsdb.files.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the texts of an index in the order of their first use. For one thread. */
final class SymbolsWriter {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    int number(String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        int number = texts.size();
        numbers.put(text, number);
        texts.add(text);
        return number;
    }

    int size() {
        return texts.size();
    }

    /**
     * Puts the section: entries of how many bytes are shared with the text before, how many follow, and these; every 16th shares none. Behind them where each 16th begins.
     */
    void write(ByteWriter out) {
        int begin = out.size();
        ByteWriter restarts = new ByteWriter();
        byte[] previous = new byte[0];
        for (int i = 0; i < texts.size(); i++) {
            byte[] text = Text.encode(texts.get(i));
            boolean restart = i % IndexFormat.RESTART == 0;
            if (restart) {
                restarts.putInt(out.size() - begin);
            }
            int shared = restart ? 0 : shared(previous, text);
            out.putVarint(shared);
            out.putVarint(text.length - shared);
            out.putBytes(text, shared, text.length - shared);
            previous = text;
        }
        out.putBytes(restarts.array(), 0, restarts.size());
    }

    private static int shared(byte[] one, byte[] other) {
        int most = Math.min(one.length, other.length);
        int shared = 0;
        while (shared < most && one[shared] == other[shared]) {
            shared++;
        }
        return shared;
    }
}
