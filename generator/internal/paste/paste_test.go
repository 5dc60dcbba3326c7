package paste_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding/simplifiedchinese"
	xunicode "golang.org/x/text/encoding/unicode"

	"reportsite/generator/internal/golden"
	"reportsite/generator/internal/markdown"
	"reportsite/generator/internal/paste"
)

// Each case is a text, and the Markdown that is made of it.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("found no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			input := strings.NewReplacer("→", "\t", "◌", "\u200b", "␣", "\u00a0").Replace(string(ar.Files[0].Data))
			r := paste.Markdown(input, ar.Files[0].Name == "whole.txt")
			ar.Files = append(ar.Files[:1], txtar.File{Name: "title", Data: []byte(r.Title + "\n")}, txtar.File{Name: "text.md", Data: []byte(r.Text)})
			golden.Compare(t, file, string(txtar.Format(ar)))
			sound(t, input, r)
		})
	}
}

// sound checks that Markdown has no fault, and every letter and digit of the text.
func sound(t *testing.T, input string, r paste.Result) {
	t.Helper()
	doc, diags := markdown.Parse("a.md", []byte(r.Text), 1)
	for _, d := range diags {
		t.Errorf("%v %s: %s\n%s", d.Pos, d.Rule.Code, d.Message("en"), r.Text)
	}
	var shown strings.Builder
	shown.WriteString(r.Title)
	for _, p := range doc.Passages {
		for _, run := range p.Heading {
			shown.WriteString(run.Text)
		}
		for _, run := range p.Text {
			shown.WriteString(run.Text)
		}
	}
	if got, want := letters(shown.String()), letters(input); got != want {
		t.Errorf("the page shows\n%s\nof the text\n%s", got, want)
	}
}

// letters are the letters of a text. Numbers of lists are drawn by the browser.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, s)
}

func TestDecode(t *testing.T) {
	const text = "一、总体要求\r\n今年的目标。"
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	wide := func(order xunicode.Endianness, mark xunicode.BOMPolicy) string {
		s, err := xunicode.UTF16(order, mark).NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for name, data := range map[string]string{
		"UTF-8": text, "UTF-8 with a mark": "\ufeff" + text, "GBK": gbk,
		"UTF-16LE": wide(xunicode.LittleEndian, xunicode.UseBOM), "UTF-16BE": wide(xunicode.BigEndian, xunicode.UseBOM),
		"UTF-16LE without a mark": wide(xunicode.LittleEndian, xunicode.IgnoreBOM),
	} {
		got, err := paste.Decode([]byte(data))
		if got = strings.TrimPrefix(got, "\ufeff"); got != text || err != nil {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	for name, data := range map[string]string{
		"PDF": "%PDF-1.7\n", "RTF": "{\\rtf1\\ansi}", "Word": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", "docx": "PK\x03\x04\x14\x00\x06\x00", "PNG": "\x89PNG\r\n\x1a\n\x00\x00",
	} {
		if _, err := paste.Decode([]byte(data)); !errors.Is(err, paste.ErrNoText) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{"一、甲\n（一）乙。丙\n1、丁", "a\tb\nc\td", "# * [x](y) <b> &amp; 1. 2", "\u2028\ue000\u200b", "＃＃ ｀ ＊＊"} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, whole bool) {
		r := paste.Markdown(s, whole)
		if !utf8.ValidString(r.Text) && utf8.ValidString(s) {
			t.Errorf("%q is no UTF-8", r.Text)
		}
		if r.Text != "" && (!strings.HasSuffix(r.Text, "\n") || strings.Contains(r.Text, "\n\n\n")) {
			t.Errorf("%q has the wrong empty lines", r.Text)
		}
	})
}
