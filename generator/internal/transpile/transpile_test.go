package transpile

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestStyle has a style sheet, and what readers get, rule by rule.
func TestStyle(t *testing.T) {
	for _, test := range []struct{ name, sheet, want string }{
		{"made small", "p {\n  color: #ffffff; /* white */\n}\n", "p{color:#fff}"},
		{"lowered", "p { inset: 0; &:hover { top: 1px } }", "p{top:0;right:0;bottom:0;left:0}p:hover{top:1px}"},
		{"no large print: queries stay", "@media (min-width: 60rem) { p { color: red } }",
			"@media(min-width:60rem){p{color:red}}"},
		{"large print", `:root[data-theme="elder"] { font-size: 150% }
			@media (min-width: 60rem) { p, main > a { color: red } q { color: red } }`,
			`:root[data-theme=elder]{font-size:150%}
			@media(min-width:60rem){:root:not([data-theme=elder]) p,:root:not([data-theme=elder]) main>a{color:red}:root:not([data-theme=elder]) q{color:red}}
			@media(min-width:90rem){:root[data-theme=elder] p,:root[data-theme=elder] main>a{color:red}:root[data-theme=elder] q{color:red}}`},
		{"both ends of a query, beside other things", `:root[data-a] { font-size: 200% }
			@media screen and (min-width: 10em) and (max-width: 20.5rem) { p { color: red } }`,
			`:root[data-a]{font-size:200%}
			@media screen and (min-width:10em)and (max-width:20.5rem){:root:not([data-a]) p{color:red}}
			@media screen and (min-width:20em)and (max-width:41rem){:root[data-a] p{color:red}}`},
		{"a selector of the root", `:root[data-a] { font-size: 200% } @media (min-width: 9em) { :root[data-scripts] p { top: 0 } }`,
			`:root[data-a]{font-size:200%}
			@media(min-width:9em){:root:not([data-a])[data-scripts] p{top:0}}
			@media(min-width:18em){:root[data-a][data-scripts] p{top:0}}`},
		{"the rule stands in a query, and a query in a condition", `@media screen { :root[data-a] { font-size: 200% } }
			@supports (display: grid) { @media (min-width: 9em) { p { top: 0 } } }`,
			`@media screen{:root[data-a]{font-size:200%}}
			@supports(display:grid){@media(min-width:9em){:root:not([data-a]) p{top:0}}@media(min-width:18em){:root[data-a] p{top:0}}}`},
		{"paper, pixels and what is no query of widths", `:root[data-a] { font-size: 200% }
			@media print and (min-width: 9em) { p { top: 0 } } @media (min-width: 90px) { p { top: 0 } }
			@media (prefers-color-scheme: dark) { p { top: 0 } }
			@page { size: A4; @bottom-center { content: counter(page) } }
			@container (min-width: 9em) { p q { top: 0 } }`,
			`:root[data-a]{font-size:200%}
			@media print and (min-width:9em){p{top:0}}@media(min-width:90px){p{top:0}}
			@media(prefers-color-scheme:dark){p{top:0}}
			@page{size:A4;@bottom-center{content:counter(page)}}
			@container(min-width:9em){p q{top:0}}`},
		{"a dark system, and readers who choose dark", `@media screen and (prefers-color-scheme: dark) { :root:not([data-a]) { color-scheme: dark; --b: #000; }
			:root:not([data-a]) p > a, :root:not([data-a]) q { top: 0 } p { top: 1px } } i { top: 0 }`,
			`@media screen and (prefers-color-scheme:dark){:root:not([data-a]){color-scheme:dark;--b: #000}
			:root:not([data-a]) p>a,:root:not([data-a]) q{top:0}p{top:1px}}
			@media screen{:root[data-a=dark]{color-scheme:dark;--b: #000}:root[data-a=dark] p>a,:root[data-a=dark] q{top:0}}i{top:0}`},
		{"the same on paper, too, and a light one", `@media (prefers-color-scheme: light) { :root:not([data-a]) { --b: #fff; } }`,
			`@media(prefers-color-scheme:light){:root:not([data-a]){--b: #fff}}:root[data-a=light]{--b: #fff}`},
		{"custom properties and urls", `:root[data-a] { font-size: 200%; --x: { a; b }; --y:; background: url("a;b{}.svg") }`,
			`:root[data-a]{font-size:200%;--x: { a; b };--y:;background:url(a;b{}.svg)}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, faults := Style([]byte(test.sheet))
			if len(faults) > 0 {
				t.Errorf("faults: %v", faults)
			}
			want := strings.ReplaceAll(strings.ReplaceAll(test.want, "\n", ""), "\t", "")
			if d := cmp.Diff(want, strings.TrimSpace(string(got))); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestFaults(t *testing.T) {
	for _, test := range []struct {
		name string
		got  func([]byte) ([]byte, []Fault)
		text string
		want Fault
	}{
		{"script", Script, "const a = 1;\nconst 值 = (;\n", Fault{Line: 2, Col: 12, Text: `Unexpected ";"`}},
		{"misspelled property", Style, "p {\n  pading: 0;\n}", Fault{Line: 2, Col: 3, Text: `"pading" is not a known CSS property`, Warning: true}},
	} {
		t.Run(test.name, func(t *testing.T) {
			out, faults := test.got([]byte(test.text))
			if d := cmp.Diff([]Fault{test.want}, faults); d != "" {
				t.Error(d)
			}
			if (out == nil) == test.want.Warning {
				t.Errorf("the result is %q", out)
			}
		})
	}
}

// Scripts keep their names to themselves, and have no syntax that Chromium 79 does
// not read.
func TestScript(t *testing.T) {
	script := `let a; const f = async (x) => { for await (const y of x?.z ?? []) a ??= y; };
		try { f(document); } catch {} class B { #c = 1; static d = 2; c() { return this.#c; } } globalThis.b = B;`
	got, faults := Script([]byte(script))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	for _, syntax := range []string{"?.", "??", "#c", "static d"} {
		if strings.Contains(string(got), syntax) {
			t.Errorf("%s is left in %s", syntax, got)
		}
	}
	if !strings.HasSuffix(strings.TrimSpace(string(got)), "})();") {
		t.Errorf("no scope of its own: %s", got)
	}
}
