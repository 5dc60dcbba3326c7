package message

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var argument = regexp.MustCompile(`\{\{\.(\w+)\}\}`)

// argumentsOf are the names of what a text fills in.
func argumentsOf(text string) []string {
	names := []string{}
	for _, m := range argument.FindAllStringSubmatch(text, -1) {
		names = append(names, m[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Every message of the command line is there in every language, and can be said.
// A diagnostic may leave out in one language what the other says; every other
// message has the same arguments in both.
func TestLanguagesAreComplete(t *testing.T) {
	texts := map[Lang]map[string]Text{}
	for _, l := range Languages() {
		c, err := read(l)
		if err != nil {
			t.Fatal(err)
		}
		texts[l] = c.texts
		for id, text := range c.texts {
			for _, form := range []string{text.One, text.Other} {
				if form != strings.TrimSpace(form) && id != "space" {
					t.Errorf("%s: %s has spaces around it", l, id)
				}
				args := []any{}
				for _, name := range argumentsOf(form) {
					args = append(args, name, 2)
				}
				if said, err := c.Text(id, args...); err != nil || strings.Contains(said, "<no value>") {
					t.Errorf("%s: %s: %q, %v", l, id, said, err)
				}
			}
		}
	}
	diagnostic := regexp.MustCompile(`^[A-Z]\d{3}`)
	for _, l := range Languages() {
		for id, text := range texts[l] {
			for other, all := range texts {
				if _, ok := all[id]; !ok {
					t.Errorf("%s has the message %s, %s has not", l, id, other)
				}
				if d := cmp.Diff(argumentsOf(text.Other), argumentsOf(all[id].Other)); d != "" && !diagnostic.MatchString(id) {
					t.Errorf("%s: the arguments in %s and %s differ:\n%s", id, l, other, d)
				}
			}
		}
	}
	if n := len(texts[English]); n < 400 {
		t.Errorf("there are only %d messages", n)
	}
}

// Chinese is written with Chinese punctuation, English without, but for words that an
// editor is to write as they stand, such as 发布日期：.
func TestLanguagesAreNotMixed(t *testing.T) {
	label := regexp.MustCompile(`\p{Han}：`)
	for id, text := range BuiltIn(English).texts {
		if strings.ContainsAny(label.ReplaceAllString(text.Other, ""), "，。；：（）") {
			t.Errorf("%s has Chinese punctuation in English: %s", id, text.Other)
		}
	}
	han := regexp.MustCompile(`\p{Han}`)
	for id, text := range BuiltIn(Chinese).texts {
		if regexp.MustCompile(`[a-z]{2,} [a-z]{2,} [a-z]{2,}`).MatchString(text.Other) && !han.MatchString(text.Other) {
			t.Errorf("%s is in English: %s", id, text.Other)
		}
	}
}

func TestText(t *testing.T) {
	c := New(English)
	for id, text := range map[string]Text{
		"plain": {Other: "as it is {}"}, "of": {Other: "{{.A}} of {{.B}}"}, "n": {One: "{{.N}} page", Other: "{{.N}} pages"}, "fixed": {Other: "{{.N}} in all"},
	} {
		if err := c.Add(id, text); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		id   string
		args []any
		want string
	}{
		{"plain", nil, "as it is {}"},
		{"of", []any{"A", 1, "B", "<2>"}, "1 of <2>"},
		{"of", []any{"A", ID("plain"), "B", 2}, "as it is {} of 2"},
		{"n", []any{"N", 1}, "1 page"},
		{"n", []any{"N", 0}, "0 pages"},
		{"fixed", []any{"N", 1}, "1 in all"},
	} {
		if got, err := c.Text(test.id, test.args...); got != test.want || err != nil {
			t.Errorf("Text(%q, %v) = %q, %v, want %q", test.id, test.args, got, err, test.want)
		}
	}
	for _, args := range [][]any{{"nothing"}, {"n", "N"}, {"n", 1, 1}, {"of", "A", ID("nothing")}} {
		if got, err := c.Text(args[0].(string), args[1:]...); err == nil {
			t.Errorf("Text(%v) = %q", args, got)
		}
	}
	ids := c.IDs()
	slices.Sort(ids)
	if d := cmp.Diff([]string{"fixed", "n", "of", "plain"}, ids); d != "" {
		t.Error(d)
	}
}

func TestUnmarshalTOML(t *testing.T) {
	for _, test := range []struct {
		in   any
		want Text
		ok   bool
	}{
		{"a", Text{Other: "a"}, true},
		{map[string]any{"one": "a", "other": "b"}, Text{"a", "b"}, true},
		{map[string]any{"other": "b"}, Text{Other: "b"}, true},
		{map[string]any{"one": "a"}, Text{}, false},
		{map[string]any{"few": "a", "other": "b"}, Text{}, false},
		{5, Text{}, false},
	} {
		var got Text
		if err := got.UnmarshalTOML(test.in); (err == nil) != test.ok || got != test.want {
			t.Errorf("%v: %+v, %v", test.in, got, err)
		}
	}
}

func TestMatch(t *testing.T) {
	for name, want := range map[string]Lang{
		"zh": Chinese, "zh-CN": Chinese, "zh_CN.UTF-8": Chinese, "zh_CN.GB18030": Chinese, "zh-Hans-SG": Chinese, "zh_TW": Chinese, "zh-Hant-HK": Chinese,
		"en": English, "en_US.UTF-8": English, "en-GB": English, "en_US@euro": English,
		"fr": "", "de_DE.UTF-8": "", "ja_JP": "", "": "", "C": "", "nonsense!": "",
	} {
		l, ok := Match(name)
		if ok != (want != "") || ok && l != want {
			t.Errorf("Match(%q) = %s, %t, want %q", name, l, ok, want)
		}
	}
}

// A language that is not known, such as none, speaks the first one.
func TestSay(t *testing.T) {
	for l, want := range map[Lang]string{English: "1 error", Chinese: "错误 1 条", "": "错误 1 条"} {
		if got := Say(l, "n-errors", "N", 1); got != want {
			t.Errorf("%q says %q", l, got)
		}
	}
	if got := ID("no-npm").Error(); got != "there is no npm on this machine" {
		t.Errorf("as an error: %q", got)
	}
	if got := slices.Sorted(maps.Keys(builtIn)); len(got) != len(Languages()) {
		t.Errorf("built in are %v", got)
	}
}
