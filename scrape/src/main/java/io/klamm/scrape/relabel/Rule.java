package io.klamm.scrape.relabel;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.klamm.model.series.Labels;
import io.klamm.model.series.LabelsBuilder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One rule, its regex and texts made ready. */
final class Rule {

    private static final int LAST_HALF_OF_MD5 = 8;

    private final RelabelConfig config;
    private final Pattern pattern;
    private final Template target;
    private final Template replacement;

    Rule(RelabelConfig config) {
        this.config = config;
        this.pattern = Relabelling.compile(config.regex());
        this.target = new Template(config.targetLabel(), pattern);
        this.replacement = new Template(config.replacement(), pattern);
    }

    RelabelConfig config() {
        return config;
    }

    /** Changes the labels; false if they are dropped. */
    boolean apply(LabelsBuilder labels) {
        String value = config.sourceLabels().stream().map(labels::get).collect(Collectors.joining(config.separator()));
        switch (config.action()) {
            case KEEP -> {
                return pattern.matches(value);
            }
            case DROP -> {
                return !pattern.matches(value);
            }
            case KEEPEQUAL -> {
                return labels.get(config.targetLabel()).equals(value);
            }
            case DROPEQUAL -> {
                return !labels.get(config.targetLabel()).equals(value);
            }
            case REPLACE -> replace(value, labels);
            case HASHMOD -> labels.set(config.targetLabel(), remainder(value));
            case LOWERCASE -> labels.set(config.targetLabel(), value.toLowerCase(Locale.ROOT));
            case UPPERCASE -> labels.set(config.targetLabel(), value.toUpperCase(Locale.ROOT));
            case LABELMAP -> map(labels);
            case LABELDROP -> drop(labels, pattern::matches);
            case LABELKEEP -> drop(labels, name -> !pattern.matches(name));
        }
        return true;
    }

    private void replace(String value, LabelsBuilder labels) {
        Matcher match = pattern.matcher(value);
        if (!match.matches()) {
            return;
        }
        String name = target.expand(match);
        if (!name.isEmpty()) {
            labels.set(name, replacement.expand(match));
        }
    }

    /** The last eight bytes of the value's MD5 as an unsigned number, by the modulus: every Prometheus shards like that. */
    private String remainder(String value) {
        byte[] hash = md5().digest(value.getBytes(StandardCharsets.UTF_8));
        long number = ByteBuffer.wrap(hash).getLong(LAST_HALF_OF_MD5);
        return Long.toUnsignedString(Long.remainderUnsigned(number, config.modulus()));
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("MD5: not in this Java (expected: every Java has it)", e);
        }
    }

    private void map(LabelsBuilder labels) {
        Labels before = labels.build();
        for (int i = 0; i < before.size(); i++) {
            Matcher match = pattern.matcher(before.name(i));
            if (match.matches()) {
                String name = replacement.expand(match);
                if (!name.isEmpty()) {
                    labels.set(name, before.value(i));
                }
            }
        }
    }

    private static void drop(LabelsBuilder labels, Predicate<String> unwanted) {
        Labels before = labels.build();
        for (int i = 0; i < before.size(); i++) {
            if (unwanted.test(before.name(i))) {
                labels.remove(before.name(i));
            }
        }
    }
}
