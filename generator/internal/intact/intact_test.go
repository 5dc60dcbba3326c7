package intact

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/encoding/simplifiedchinese"

	"reportsite/generator/internal/diag"
)

func TestFile(t *testing.T) {
	const git = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> zhang\n"
	for _, c := range []struct{ name, text, want string }{
		{"a.toml", git, "a.toml:1:1 S018"},
		{"a.toml", "\ufeff" + git, "a.toml:1:1 S018"},
		{"a.toml", "a = 1\r\n" + strings.ReplaceAll(git, "\n", "\r\n"), "a.toml:2:1 S018"},
		{"a.toml", "a = \"\"\"\n  <<<<<<< HEAD\n", "a.toml:2:1 S018"},
		{"a.toml", "a = 1\n=======\nb = 2\n", "a.toml:2:1 S018"},
		{"a.toml", "a = 1\n||||||| merged common ancestors\n", "a.toml:2:1 S018"},
		{"a.toml", "a = 1\n>>>>>>> Stashed changes", "a.toml:2:1 S018"},
		{"a.toml", "<<<<<<< .mine\n=======\n>>>>>>> .r12\n", "a.toml:1:1 S018"},
		{"a.toml", "<<<<<<<\n=======\n>>>>>>>\n", "a.toml:1:1 S018"},
		{"a.md", "标题\n=======\n\n正文\n", ""},
		{"a.md", "标题\n\n=======\n正文\n", "a.md:3:1 S018"},
		{"a.md", "标题\n=======\n正文\n>>>>>>> zhang\n", "a.md:2:1 S018"},
		{"a.md", "```\n<<<<<<< HEAD\n```\n", "a.md:2:1 S018"},
		{"a.md", "| a |\n|-------|\n\n========\n\n<<<<<<<x\n", ""},
		{"a.md", "||||||| b |\n", ""},
		{"a.csv", "时期,数值\n<<<<<<< HEAD,\n2024,1\n=======,\n", "a.csv:2:1 S018"},
		{"a.csv", "时期;数值\n\"<<<<<<< HEAD\";\n", "a.csv:2:1 S018"},
		{"a.csv", "\xff\xfe<\x00<\x00<\x00<\x00<\x00<\x00<\x00 \x00H\x00\n\x00", "a.csv:1:1 S018"},
		{"a.toml", "", "a.toml:1:1 S014"},
		{"a.toml", "\ufeff\r\n \t", "a.toml:1:1 S014"},
		{"a.toml", "名称 = \"\x00\x00\x00\x00\x00", "a.toml:1:7 S013"},
		{"a.toml", "a = 1\n\x00\x00\x00\x00\n", "a.toml:2:1 S013"},
		{"a.toml", "\x00\x00\x00\x00\x00", "a.toml:1:1 S013"},
		{"a.toml", "a\x00=\x001\x00\n\x00", ""}, // UTF-16, which its reader reports
		{"a.toml", "# <<<<<<< HEAD\na = 1\n", ""},
		{"a.toml", "a = 1\n", ""},
	} {
		got := ""
		if d, ok := File(c.name, []byte(c.text)); !ok {
			got = d.Pos.String() + " " + d.Rule.Code
			if d.Message(diag.English) == "" || d.Hint(diag.Chinese) == "" {
				t.Errorf("%q: no message", c.text)
			}
		}
		if got != c.want {
			t.Errorf("%s %q: %q, want %q", c.name, c.text, got, c.want)
		}
	}
}

func TestUnseen(t *testing.T) {
	for _, r := range "\x00\x01\x02\x07\b\v\f\x0e\x1b\x1f\x7f\u0080\u0085\u009f\u00ad\u034f\u061c\u115f\u180e\u200b\u200c\u200d\u200e\u200f" +
		"\u2028\u2029\u202a\u202e\u2060\u2063\u2066\u2069\u206f\u3164\ue000\uf0b7\ufdd0\ufeff\uffa0\ufff9\ufffc\ufffd\U000e0041\U000f0000\U0001ffff" {
		text := "一" + string(r) + "二" + string(r) + "\n" + string(r) + "三"
		list := Unseen(text)
		if len(list) != 2 || list[0].Offset != 3 || list[0].Rune != r || list[1].Offset != strings.IndexByte(text, '\n')+1 {
			t.Errorf("%U: %v", r, list)
		}
	}
	for _, text := range []string{
		"", "增长12%以上，\t（见表）\r\n“引号”", "\u00a0\u2003\u3000", "👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥", "葛\U000e0100城", "𠮷", "\xff\xfe", "é", "end\r",
	} {
		if list := Unseen(text); len(list) > 0 {
			t.Errorf("%q: %v", text, list)
		}
	}
	if list := Unseen("a\rb"); len(list) != 1 {
		t.Errorf("a line end of old Macs: %v", list)
	}
}

// What is found is in the text, in its order, and each rune once for a line.
func FuzzUnseen(f *testing.F) {
	f.Add("一\x01二\u200b\u200b\n\x01")
	f.Fuzz(func(t *testing.T, text string) {
		last := -1
		for _, c := range Unseen(text) {
			if c.Offset <= last || !strings.HasPrefix(text[c.Offset:], string(c.Rune)) {
				t.Fatalf("%q: %v", text, c)
			}
			last = c.Offset
		}
	})
}

// A file that is refused has its place within the file.
func FuzzFile(f *testing.F) {
	f.Add("<<<<<<< HEAD\n")
	f.Add("a\x00\x00\x00\x00")
	f.Fuzz(func(t *testing.T, text string) {
		for _, name := range []string{"a.md", "a.csv", "a.toml"} {
			if d, ok := File(name, []byte(text)); !ok && (d.Pos.Line < 1 || d.Pos.Line > strings.Count(text, "\n")+1) {
				t.Fatalf("%q: %v", text, d.Pos)
			}
		}
	})
}

// TestEncodings holds that a file of another kind or encoding is one message for the
// file, and that a slip in a text of UTF-8 is none of these.
func TestEncodings(t *testing.T) {
	gbk := func(s string) string {
		data, err := simplifiedchinese.GBK.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	for _, c := range []struct{ name, text, want string }{
		{"a.md", gbk("+++\ntitle = \"关于本站\"\n+++\n"), "S020"}, {"a.toml", gbk("name = \"产值\""), "S020"}, {"a.toml", gbk("# 测试报告"), "S020"},
		{"a.md", gbk("今年以来，全区上下坚持稳中求进。\n"), "S020"}, {"a.csv", gbk("时期,数值"), ""},
		{"a.md", "\xff\xfe+\x00+\x00", "S020"}, {"a.toml", "\xfe\xff\x00a", "S020"},
		{"a.md", "企业\xb2\xfa\xd6\xb5\n", ""}, {"a.md", "今年以来\xff，全区上下", ""}, {"a.md", "今年以来", ""}, {"a.md", "plain", ""}, {"a.md", "\xff", ""},
		{"a.md", "PK\x03\x04\x14\x00", "S019"}, {"a.csv", "PK\x03\x04\x14\x00", "S019"}, {"a.csv", "\xd0\xcf\x11\xe0\xa1", "S019"}, {"a.toml", "%PDF-1.7\n", "S019"}, {"a.md", "PK 是什么", ""},
	} {
		got := ""
		if d, ok := File(c.name, []byte(c.text)); !ok {
			got = d.Rule.Code
		}
		if got != c.want {
			t.Errorf("%s %q: %q, want %q", c.name, c.text, got, c.want)
		}
	}
}

// TestLookalikes holds that every character that is told apart has an ASCII one that
// it was meant for, and that those of ordinary text are left alone.
func TestLookalikes(t *testing.T) {
	for r := rune(0x80); r < 0x20000; r++ {
		l, ok := LookalikeOf(r)
		if !ok {
			continue
		}
		if len(l.Better) != 1 || l.Better[0] < ' ' || l.Better[0] > '~' || l.Kind.Zh == "" || l.Kind.En == "" || l.Rune != r {
			t.Errorf("%U: %+v", r, l)
		}
		if unicode.Is(unicode.Han, r) {
			t.Errorf("%c is a Chinese character", r)
		}
	}
	for r, want := range map[rune]string{'＝': "=", '“': `"`, '\u3000': " ", '\u00a0': " ", '【': "[", '｝': "}", '＃': "#", '−': "-", '，': ",", '９': "9", 'ａ': "a"} {
		if l, ok := LookalikeOf(r); !ok || l.Better != want {
			t.Errorf("%c: %q, %t, want %q", r, l.Better, ok, want)
		}
	}
	for _, r := range "a1产é €…《》" {
		if _, ok := LookalikeOf(r); ok {
			t.Errorf("%c is taken for another character", r)
		}
	}
}
