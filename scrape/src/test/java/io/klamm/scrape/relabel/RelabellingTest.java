package io.klamm.scrape.relabel;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.config.Loaded;
import io.klamm.config.YamlFile;
import io.klamm.model.series.Labels;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each case: labels, the rules as YAML in one line, and what comes out ("dropped" for nothing). */
class RelabellingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a=foo,b=bar,c=baz | {source_labels: [a], regex: f(.*), target_label: d, separator: ;, replacement: 'ch${1}-ch${1}'} | a=foo,b=bar,c=baz,d=choo-choo",
                "a=foo,b=bar,c=baz | {source_labels: [a, b], regex: 'f(.*);(.*)r', target_label: a, replacement: 'b${1}${2}m'} | a=boobam,b=bar,c=baz",
                "a=foo,b=bar,c=baz | {source_labels: [a, b], regex: 'f(.*);(.*)r', target_label: a, replacement: 'b${1}${2}m'}, {source_labels: [c, a], regex: '(b).*b(.*)ba(.*)', target_label: d, replacement: '$1$2$2$3'} | a=boobam,b=bar,c=baz,d=boooom",
                "a=foo | {source_labels: [a], regex: '.*o.*', action: drop}, {source_labels: [a], regex: 'f(.*)', target_label: d} | dropped",
                "a=foo,b=bar | {source_labels: [a], regex: '.*o.*', action: drop} | dropped",
                "a=abc | {source_labels: [a], regex: '.*(b).*', target_label: d, replacement: '$1'} | a=abc,d=b",
                "a=foo | {source_labels: [a], regex: no-match, action: drop} | a=foo",
                "`a=foo` | `{source_labels: [a], regex: 'f|o', action: drop}` | `a=foo`",
                "a=foo | {source_labels: [a], regex: no-match, action: keep} | dropped",
                "a=foo | {source_labels: [a], regex: 'f.*', action: KEEP} | a=foo",
                "a=boo | {source_labels: [a], regex: f, target_label: b, replacement: bar} | a=boo",
                "a=foo | {source_labels: [a], regex: f, target_label: b} | a=foo",
                "a=foo,c=baz | {source_labels: [c], target_label: d, action: hashmod, separator: ;, modulus: 1000} | a=foo,c=baz,d=976",
                "`a=foo\nbar` | {source_labels: [a], target_label: b, action: hashmod, separator: ;, modulus: 1000} | `a=foo\nbar,b=734`",
                "a=foo,b1=bar,b2=baz | {regex: 'b.*', action: labelmap, replacement: 'bar_${1}'} | a=foo,b1=bar,b2=baz,bar_=baz",
                "a=foo,__meta_my_bar=aaa,__meta_my_baz=bbb,__meta_other=ccc | {regex: '__meta_(my.*)', action: labelmap} | a=foo,__meta_my_bar=aaa,__meta_my_baz=bbb,__meta_other=ccc,my_bar=aaa,my_baz=bbb",
                "a=some-name-value | {source_labels: [a], regex: 'some-([^-]+)-([^,]+)', target_label: '${1}', replacement: '${2}'} | a=some-name-value,name=value",
                "a=some-name-value | {source_labels: [a], regex: 'some-([^-]+)-([^,]+)', target_label: '${3}', replacement: '${2}'} | a=some-name-value",
                "a=some-name- | {source_labels: [a], regex: 'some-([^-]+)-([^,]*)', target_label: a, replacement: '${2}'} |",
                "a=foo,b1=bar,b2=baz | {regex: 'b.*', action: labelkeep} | b1=bar,b2=baz",
                "a=foo,b1=bar,b2=baz | {regex: 'b.*', action: labeldrop} | a=foo",
                "foo=bAr123Foo | {source_labels: [foo], target_label: up, action: uppercase}, {source_labels: [foo], target_label: low, action: lowercase} | foo=bAr123Foo,up=BAR123FOO,low=bar123foo",
                "__port1=1234,__port2=5678 | {source_labels: [__port1], target_label: __port2, action: keepequal} | dropped",
                "__port1=1234,__port2=1234 | {source_labels: [__port1], target_label: __port2, action: keepequal} | __port1=1234,__port2=1234",
                "__port1=1234,__port2=1234 | {source_labels: [__port1], target_label: __port2, action: dropequal} | dropped",
                "__port1=1234,__port2=5678 | {source_labels: [__port1], target_label: __port2, action: dropequal} | __port1=1234,__port2=5678",
                "a=foo | {target_label: a, replacement: ''} |",
                "a=foo | {target_label: b, replacement: fixed} | a=foo,b=fixed",
                "a=foo | {source_labels: [missing], target_label: b, replacement: '[$1]'} | a=foo,b=[]",
                "a=foo | {source_labels: [a], regex: '(?P<all>.*)', target_label: b, replacement: '$all ${all}x $allx $$1 $'} | a=foo,b=foo foox  $1 $",
                "a=foo | {source_labels: [a], regex: '(.)(.*)', target_label: b, replacement: '${1}0$2.${01}$10'} | a=foo,b=f0oo.",
                "`a=x\ny` | {source_labels: [a], regex: 'x.y', target_label: b, replacement: dot} | `a=x\ny,b=dot`",
                "a=foo | {source_labels: [a], target_label: 'x.y', replacement: utf8} | a=foo,x.y=utf8"
            })
    void apply_rules(String labels, String rules, String expected) {
        Relabelling relabelling = Relabelling.of(load(rules).orThrow());
        Labels out = relabelling.apply(labels(labels)).orElse(Labels.of("", "dropped"));
        assertThat(out)
                .isEqualTo(
                        expected == null
                                ? Labels.EMPTY
                                : expected.equals("dropped") ? Labels.of("", "dropped") : labels(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | relabel configuration for replace action requires 'target_label' value",
                "{action: hashmod, target_label: d} | relabel configuration for hashmod requires non-zero modulus",
                "{action: hashmod, modulus: 1} | relabel configuration for hashmod action requires 'target_label' value",
                "{action: lowercase} | relabel configuration for lowercase action requires 'target_label' value",
                "{action: lowercase, target_label: a, replacement: x} | 'replacement' can not be set for lowercase action",
                "{action: keepequal, target_label: a, regex: x} | keepequal action requires only 'source_labels' and 'target_label', and no other fields",
                "{action: dropequal, target_label: a, separator: x} | dropequal action requires only 'source_labels' and 'target_label', and no other fields",
                "{action: labeldrop, source_labels: [a], regex: x} | labeldrop action requires only 'regex', and no other fields",
                "{action: labelkeep, replacement: y, regex: x} | labelkeep action requires only 'regex', and no other fields",
                "{target_label: '$'} | \"$\" is invalid 'target_label' for replace action",
                "{target_label: '${foo'} | \"${foo\" is invalid 'target_label' for replace action",
                "{action: labelmap, replacement: '${'} | \"${\" is invalid 'replacement' for labelmap action",
                "{action: dorp, target_label: a} | action: \"dorp\" (expected: an action; one of replace, keep, drop, keepequal, dropequal, hashmod, labelmap, labeldrop, labelkeep, lowercase, uppercase) (did you mean drop?)",
                "{regex: '(', target_label: a} | regex: \"(\" (expected: an RE2 regular expression, missing closing ))",
                "{regex: 'a(?=b)', target_label: a} | regex: \"a(?=b)\" (expected: an RE2 regular expression, invalid or unsupported Perl syntax)",
                "{target_label: a, modulus: -1} | modulus: \"-1\" (expected: an integer of at least 0)",
                "{target_labl: a} | unknown key (did you mean target_label?)"
            })
    void bind_rulesThatDoNotFit_areProblems(String rule, String problem) {
        Loaded<List<RelabelConfig>> loaded = load(rule);
        assertThat(loaded.text()).contains(problem.strip());
    }

    @Test
    void steps_ofARule_tellWhatItDid() {
        Relabelling relabelling = Relabelling.of(
                load("{target_label: b, replacement: '2'}, {source_labels: [b], regex: '2', action: drop}, {target_label: c, replacement: '3'}")
                        .orThrow());
        List<Relabelling.Step> steps = relabelling.steps(Labels.of("a", "1"));
        assertThat(steps)
                .extracting(Relabelling.Step::labels)
                .containsExactly(Labels.of("a", "1", "b", "2"), Labels.of("a", "1", "b", "2"));
        assertThat(steps).extracting(Relabelling.Step::kept).containsExactly(true, false);
    }

    private static Loaded<List<RelabelConfig>> load(String rules) {
        return YamlFile.parseVerbatim("prometheus.yml", "rules: [" + rules + "]")
                .bind(section -> section.sections("rules", RelabelConfig::bind));
    }

    private static Labels labels(String text) {
        return Labels.of(text.strip().replace('=', ',').split(","));
    }
}
