package io.klamm.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.template.value.Fields;
import io.klamm.template.value.Functions;
import io.klamm.template.value.Limits;
import io.klamm.template.value.MethodMap;
import io.klamm.template.value.Options;
import io.klamm.template.value.SafeHtml;
import io.klamm.template.value.TemplateException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

    private static final Functions FUNCTIONS = Functions.none()
            .with("upper", arguments -> arguments.exactly(1).text(0).toUpperCase(java.util.Locale.ROOT))
            .with("safe", arguments -> new SafeHtml(arguments.text(0)))
            .with("fails", arguments -> {
                throw new IllegalArgumentException("no luck");
            });

    private static final Map<String, Object> DATA = Map.of(
            "A", Fields.of("main.A", Map.of("Z", "z")),
            "M", Map.of("a", "b", "c", "d"),
            "L", List.of(1L, 2L, 3L),
            "F", 1.5,
            "Kv", new MethodMap(Map.of("k", "v"), Map.of("Names", arguments -> List.of("k"))));

    private static String render(String text) {
        return Template.parse("n", text, FUNCTIONS).render(DATA);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            a{{ 1 }}b ~ a1b
            ^a  {{- 1 -}}  b^ ~ a1b
            ^x {{/* no */}} y^ ~ ^x  y^
            ^x {{- /* no */ -}} y^ ~ xy
            {{ .F }} ~ 1.5
            {{ .M }} ~ map[a:b c:d]
            {{ .L }} ~ [1 2 3]
            {{ .M.a }}{{ .M.none }} ~ b
            {{ .A.Z | upper }} ~ Z
            {{ "a" | upper | printf "%s-%s" "b" }} ~ b-A
            {{ range .L }}{{ . }},{{ end }} ~ 1,2,3,
            {{ range $i, $e := .L }}{{ $i }}={{ $e }} {{ end }} ~ ^0=1 1=2 2=3 ^
            {{ range $k, $v := .M }}{{ $k }}{{ $v }}{{ end }} ~ abcd
            {{ range 3 }}{{ . }}{{ end }} ~ 012
            {{ range .none }}x{{ else }}y{{ end }} ~ y
            {{ range .L }}{{ if eq . 2 }}{{ continue }}{{ end }}{{ . }}{{ end }} ~ 13
            {{ range .L }}{{ if eq . 2 }}{{ break }}{{ end }}{{ . }}{{ end }} ~ 1
            {{ if eq 1 2 }}a{{ else if eq 1 1 }}b{{ else }}c{{ end }} ~ b
            {{ with .M.a }}{{ . }}{{ $.F }}{{ end }} ~ b1.5
            {{ .none.of.these }} ~ <no value>
            {{ with .none }}a{{ else with .F }}{{ . }}{{ end }} ~ 1.5
            {{ $x := 1 }}{{ range .L }}{{ $x = . }}{{ end }}{{ $x }} ~ 3
            {{ $x := 1 }}{{ if true }}{{ $x := 2 }}{{ end }}{{ $x }} ~ 1
            {{ define "t" }}[{{ . }}]{{ end }}{{ template "t" 7 }} ~ [7]
            {{ block "b" .F }}<{{ . }}>{{ end }} ~ <1.5>
            {{ (index .M "a") | len }} ~ 1
            {{ index .L 1 }}{{ index .M "c" }} ~ 2d
            {{ slice "hello" 1 3 }}{{ slice .L 1 }} ~ el[2 3]
            {{ and 1 0 | not }}{{ or 0 "x" }} ~ truex
            {{ and false (fails) }} ~ false
            {{ le 1 1 }}{{ gt 2.5 1.5 }}{{ ne "a" "b" }}{{ eq 1 2 3 1 }} ~ truetruetruetrue
            {{ html "<a>" }}{{ urlquery "a b&" }} ~ &lt;a&gt;a+b%26
            {{ js "it's <" }} ~ it\\'s \\u003C
            {{ print 1 2 "a" "b" 3 }} ~ 1 2ab3
            {{ .Kv.Names }}{{ .Kv.k }} ~ [k]v
            {{ 'a' }}{{ 0x10 }}{{ 1e3 }}{{ -4 }}{{ `r\\a` }}{{ "\\u00e9\\t|" }} ~ ^97161000-4r\\aé	|^
            {{ printf "%v %v" nil true }} ~ <nil> true
            {{ $x := .M }}{{ $x.a }}{{ (printf "%s" $x.c) }} ~ bd
            """)
    void render_everyPartOfTheLanguage(String text, String expected) {
        assertThat(render(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            {{ printf "%5t|%05d|%x|%X|%q" true -42 "hi" 255 'x' }} ~ ^ true|-0042|6869|FF|'x'^
            {{ printf "%6.2f|%-8s|%08.3f|%+d" 3.14159 "ab" -3.14159 5 }} ~ ^  3.14|ab      |-003.142|+5^
            {{ printf "% d|%U|%c|%e|%g|%G" 7 0x1F600 'y' 123456.789 1e-7 1e-7 }} ~ ^ 7|U+1F600|y|1.234568e+05|1e-07|1E-07^
            {{ printf "%d|%s|%z" "s" 5 1 }} ~ %!d(string=s)|%!s(int=5)|%!z(int=1)
            {{ printf "%d" }}{{ printf "x" 1 "a" }} ~ %!d(MISSING)x%!(EXTRA int=1, string=a)
            {{ printf "%[2]d %[1]d" 1 2 }}{{ printf "%*d" 4 1 }} ~ ^2 1   1^
            {{ printf "%%%v%T" 1.0 1 }}{{ printf "%" }} ~ %1int%!(NOVERB)
            {{ printf "%.3s|%.2q" "abcdef" "xyz" }} ~ abc|"xy"
            {{ 1000000.0 }} {{ 123456789.0 }} {{ 100000.0 }} {{ 0.00001 }} ~ 1e+06 1.23456789e+08 100000 1e-05
            {{ printf "%.3g %.10g %g" 1234.5678 100000.5 1e21 }} ~ 1.23e+03 100000.5 1e+21
            {{ printf "%q" "a\\n\\"é" }} ~ "a\\n\\"é"
            """)
    void printf_verbs_asGo(String text, String expected) {
        assertThat(render(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            {{ foo }} ~ template: n:1: function "foo" not defined
            {{ if }} ~ template: n:1: missing value for if
            {{ $x }} ~ template: n:1: undefined variable "$x"
            {{break}} ~ template: n:1: {{break}} outside {{range}}
            {{ 1 | 2}} ~ template: n:1: non executable command in pipeline stage 2
            {{end}} ~ template: n:1: unexpected {{end}}
            {{if .A}} ~ template: n:1: unexpected EOF
            {{ "abc }} ~ template: n:1: unterminated quoted string
            {{ ( 1 }} ~ template: n:1: unclosed left paren
            {{ 1 ) }} ~ template: n:1: unexpected right paren
            {{ ! }} ~ template: n:1: unexpected "!" in command
            {{range $a,$b,$c := .L}}{{end}} ~ template: n:1: too many declarations in range
            {{ true.x }} ~ template: n:1: unexpected . after term "true"
            {{ 1 ~ template: n:1: unclosed action
            {{ /* x }} ~ template: n:1: unexpected "/" in command
            {{/* x }} ~ template: n:1: unclosed comment
            """)
    void parse_mistakes_asGoSays(String text, String message) {
        assertThatThrownBy(() -> render(text))
                .isInstanceOf(TemplateException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            {{ .A.Q }} ~ template: n:1:5: executing "n" at <.A.Q>: can't evaluate field Q in type main.A
            {{ .M.a.b }} ~ template: n:1:5: executing "n" at <.M.a.b>: can't evaluate field b in type string
            {{ nil }} ~ template: n:1:3: executing "n" at <nil>: nil is not a command
            {{ lt 1 1.5 }} ~ template: n:1:3: executing "n" at <lt 1 1.5>: error calling lt: incompatible types for comparison: int and float64
            {{template "x" .}} ~ template: n:1:11: executing "n" at <{{template "x" .}}>: template "x" not defined
            {{ index .M 1 }} ~ template: n:1:3: executing "n" at <index .M 1>: error calling index: value has type int; should be string
            {{ index .L 7}} ~ template: n:1:3: executing "n" at <index .L 7>: error calling index: index out of range: 7
            {{ range $i, $c := "ab" }}{{ end }} ~ template: n:1:19: executing "n" at <"ab">: range can't iterate over ab
            {{range .A}}{{end}} ~ template: n:1:8: executing "n" at <.A>: range can't iterate over {z}
            {{ len 3 }} ~ template: n:1:3: executing "n" at <len 3>: error calling len: len of type int
            {{ "a" | .A }} ~ template: n:1:9: executing "n" at <.A>: A is not a method but has arguments
            {{ call 1 }} ~ template: n:1:3: executing "n" at <call 1>: error calling call: non-function 1 of type int
            {{ index nil 1}} ~ template: n:1:3: executing "n" at <index nil 1>: error calling index: index of untyped nil
            {{ not 1 2}} ~ template: n:1:3: executing "n" at <not>: wrong number of args for not: want 1 got 2
            {{ fails }} ~ template: n:1:3: executing "n" at <fails>: error calling fails: no luck
            {{ 1 2 }} ~ template: n:1:3: executing "n" at <1>: can't give argument to non-function 1
            """)
    void render_mistakes_asGoSays(String text, String message) {
        assertThatThrownBy(() -> render(text))
                .isInstanceOf(TemplateException.class)
                .hasMessage(message);
    }

    @Test
    void render_errorOnALaterLine_lineAndByteColumn() {
        assertThatThrownBy(() -> render("a\n가{{ .A.Q }}")).hasMessageContaining("template: n:2:8: executing");
    }

    @Test
    void render_htmlMode_escapesAllButSafe() {
        Template template = Template.parse("n", "<b>{{ .v }}</b>{{ safe .v }}", FUNCTIONS);

        assertThat(template.render(Map.of("v", "<i>\"'&"), Options.HTML))
                .isEqualTo("<b>&lt;i&gt;&#34;&#39;&amp;</b><i>\"'&");
    }

    @Test
    void render_missingKey_asTheOptionSays() {
        Template template = Template.parse("n", "{{ .M.x }}", Functions.none());

        assertThat(template.render(DATA)).isEmpty();
        assertThat(template.render(DATA, Options.GO)).isEqualTo("<no value>");
    }

    @Test
    void templates_ofSeveralFiles_callEachOther() {
        Templates set = Templates.none(Functions.none())
                .with("a.tmpl", "{{ define \"x\" }}1{{ template \"y\" . }}{{ end }}")
                .with("b.tmpl", "{{ define \"y\" }}{{ . }}{{ end }}{{ define \"z\" }}{{ end }}")
                .with("c.tmpl", "{{ define \"y\" }}<{{ . }}>{{ end }}");

        assertThat(set.parse("root", "{{ template \"x\" 5 }}").render(null)).isEqualTo("1<5>");
        assertThat(set.find("y").orElseThrow().render(2L)).isEqualTo("<2>");
        assertThat(set.names()).contains("x", "y", "z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            {{ define "r" }}{{ template "r" . }}{{ end }}{{ template "r" . }} ~ exceeded maximum template depth
            {{ range 999999999999 }}{{ end }} ~ too many steps
            {{ range 100000 }}0123456789012345678901234567890{{ end }} ~ text too long
            {{ $s := "xxxxxxxxxxxxxxxx" }}{{ range 64 }}{{ $s = printf "%s%s" $s $s }}{{ end }} ~ text too long
            {{ range 1000 }}{{ range 1000 }}{{ range 1000 }}{{ end }}{{ end }}{{ end }} ~ too many steps
            """)
    void render_hostile_endsWithAnError(String text, String message) {
        assertThatThrownBy(() -> render(text))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(message);
    }

    @Test
    void printf_hugeWidth_isNotObeyed() {
        assertThat(render("{{ printf \"%1000000000d\" 1 }}").length()).isLessThan(100_000);
    }

    @Test
    void parse_nestedTooDeep_isRefused() {
        assertThatThrownBy(() -> render("{{ " + "(".repeat(100_000) + "1" + ")".repeat(100_000) + " }}"))
                .isInstanceOf(TemplateException.class);
        assertThatThrownBy(() -> render("{{ if 1 }}".repeat(100_000))).isInstanceOf(TemplateException.class);
        assertThatThrownBy(() -> render("{{ if 1 }}" + "{{ else if 1 }}".repeat(100_000)))
                .isInstanceOf(TemplateException.class);
    }

    @Test
    void render_tightLimits_areObeyed() {
        Template template = Template.parse("n", "{{ range 100 }}x{{ end }}", Functions.none());

        assertThatThrownBy(() -> template.render(null, Options.TEXT.limited(new Limits(10, 1000, 5))))
                .hasMessageContaining("text too long: more than 10 characters");
    }
}
