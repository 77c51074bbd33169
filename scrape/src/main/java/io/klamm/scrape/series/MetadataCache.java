package io.klamm.scrape.series;

import io.klamm.model.series.Metadata;
import io.klamm.model.series.MetricType;
import io.klamm.scrape.exposition.ExpositionReader;
import io.klamm.storage.Appender;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a target's pages say of its metric families; what is new is told to the store. For one thread, but {@link #view} is safe from any.
 *
 * <p>Families are found by their bytes, and a help text is only looked at again when its bytes change.
 */
final class MetadataCache {

    /** How many pages a family is remembered that none of them has. */
    private static final int KEPT = 10;

    /** A family's name as a page has it. */
    private static final class Name {
        private final byte[] bytes;
        private final int from;
        private final int to;
        private final int hash;

        private Name(byte[] bytes, int from, int to, int hash) {
            this.bytes = bytes;
            this.from = from;
            this.to = to;
            this.hash = hash;
        }

        static Name of(ExpositionReader reader) {
            int from = reader.familyFrom();
            int to = reader.familyTo();
            return new Name(reader.bytes(), from, to, ByteKeys.hash(reader.bytes(), from, to));
        }

        /** The same name, without the page around it. */
        Name kept() {
            return new Name(Arrays.copyOfRange(bytes, from, to), 0, to - from, hash);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Name name
                    && hash == name.hash
                    && Arrays.equals(bytes, from, to, name.bytes, name.from, name.to);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    private static final class Family {
        private final String name;
        private MetricType type = MetricType.UNKNOWN;
        private byte[] helpBytes = new byte[0];
        private String help = "";
        private String unit = "";
        private int seen;
        private boolean changed = true;

        Family(String name) {
            this.name = name;
        }

        Metadata metadata() {
            return new Metadata(type, help, unit);
        }
    }

    private final Map<Name, Family> families = new HashMap<>();
    private int page;
    private boolean changed;

    private volatile Map<String, Metadata> view = Map.of();

    void type(ExpositionReader reader) {
        Family family = family(reader);
        if (family.type != reader.type()) {
            family.type = reader.type();
            change(family);
        }
    }

    void help(ExpositionReader reader) {
        Family family = family(reader);
        int from = reader.textFrom();
        int to = reader.textTo();
        if (!Arrays.equals(family.helpBytes, 0, family.helpBytes.length, reader.bytes(), from, to)) {
            family.helpBytes = Arrays.copyOfRange(reader.bytes(), from, to);
            family.help = reader.text();
            change(family);
        }
    }

    void unit(ExpositionReader reader) {
        Family family = family(reader);
        String unit = reader.text();
        if (!family.unit.equals(unit)) {
            family.unit = unit;
            change(family);
        }
    }

    private void change(Family family) {
        family.changed = true;
        changed = true;
    }

    private Family family(ExpositionReader reader) {
        Name name = Name.of(reader);
        Family family = families.get(name);
        if (family == null) {
            family = new Family(reader.family());
            families.put(name.kept(), family);
            changed = true;
        }
        family.seen = page;
        return family;
    }

    /** Ends a good page: tells the store what is new, and forgets what has long been gone. */
    void end(Appender appender) {
        boolean forgot = families.values().removeIf(family -> page - family.seen > KEPT);
        if (changed || forgot) {
            Map<String, Metadata> all = new TreeMap<>();
            for (Family family : families.values()) {
                all.put(family.name, family.metadata());
                if (family.changed) {
                    appender.describe(family.name, family.metadata());
                    family.changed = false;
                }
            }
            view = Collections.unmodifiableMap(all);
        }
        changed = false;
        page++;
    }

    /** Every family with what is known of it, by name. */
    Map<String, Metadata> view() {
        return view;
    }
}
