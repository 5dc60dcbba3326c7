package diag

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"reportsite/generator/internal/message"
)

// Rules of the program, so that their messages are there.
var (
	unknownUnit = NewError("K025", "Unit", "Known")
	noMeaning   = NewWarning("M020")
)

func TestPrint(t *testing.T) {
	files := fstest.MapFS{"content/gdp.toml": {Data: []byte("# 注释\nname = \"地区生产总值\" # 元\r\n")}}
	list := []Diagnostic{
		noMeaning.At(Pos{File: "content/gdp.toml"}),
		{Pos: Pos{File: "content/gdp.toml", Line: 2, Col: 9}, Len: 6, Rule: unknownUnit, Args: []any{"元", "亿元 万元"}, Suggest: "亿元"},
	}
	for lang, want := range map[Lang]string{
		English: `content/gdp.toml: warning[M020] the heading has no words
  hint: write what the part below is about; the list of contents shows it
content/gdp.toml:2:9: error[K025] unknown unit ` + "`元`" + `
    2 | name = "地区生产总值" # 元
      |         ^^^^^^^^^^^^
  hint: did you mean ` + "`亿元`" + `? use one of 亿元 万元, with 万 or 亿 before it or another behind a “/”, or declare it in config.toml under [units]
`,
		Chinese: `content/gdp.toml: 提醒[M020] 标题没有文字
  提示：请写明下面这部分讲什么，目录会显示它
content/gdp.toml:2:9: 错误[K025] 不认识的单位 ` + "`元`" + `
    2 | name = "地区生产总值" # 元
      |         ^^^^^^^^^^^^
  提示：是不是想写 ` + "`亿元`" + `？可用：亿元 万元，前面可加万、亿，也可写成“元/吨”这样的形式；别的单位请在 config.toml 的 [units] 中声明
`,
	} {
		var b strings.Builder
		if err := (Printer{Files: files, Lang: lang}).Print(&b, list); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, b.String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", lang, diff)
		}
	}
}

// What is said of many places is said once, with all of them, and nothing is
// left out.
func TestPrintSaysAllAndGroups(t *testing.T) {
	var list []Diagnostic
	for n := range 5 {
		list = append(list, unknownUnit.At(Pos{File: "b.toml", Line: n + 1, Col: 2}, "元", "亿元"))
	}
	list = append(list, unknownUnit.At(Pos{File: "c.toml", Line: 7}, "元", "亿元"), unknownUnit.At(Pos{File: "c.xlsx", Cell: "表1!C7"}, "元", "亿元"),
		unknownUnit.At(Pos{File: "c.xlsx", Cell: "表1!C9"}, "元", "亿元"), noMeaning.At(Pos{File: "b.toml", Line: 3}))
	follower := noMeaning.At(Pos{File: "a.md", Line: 1, Col: 1})
	follower.Cause = Pos{File: "d.toml", Line: 3, Col: 1}
	list = append(list, follower, unknownUnit.At(Pos{File: "d.toml", Line: 3, Col: 1}, "斤", "亿元"))
	var b strings.Builder
	if err := (Printer{Lang: English}).Print(&b, Sort(list)); err != nil {
		t.Fatal(err)
	}
	want := `b.toml:1:2: error[K025] unknown unit ` + "`元`" + `
  hint: use one of 亿元, with 万 or 亿 before it or another behind a “/”, or declare it in config.toml under [units]
  the same at 7 more places:
    b.toml:2:2, 3:2, 4:2, 5:2
    c.toml:7
    c.xlsx: 表1!C7, 表1!C9
b.toml:3: warning[M020] the heading has no words
  hint: write what the part below is about; the list of contents shows it
d.toml:3:1: error[K025] unknown unit ` + "`斤`" + `
  hint: use one of 亿元, with 万 or 亿 before it or another behind a “/”, or declare it in config.toml under [units]
the following may only result from d.toml:3:1: fix that first:
a.md:1:1: warning[M020] the heading has no words
  hint: write what the part below is about; the list of contents shows it
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// A terminal does not obey what a file holds.
func TestLinesShowWhatIsUnseen(t *testing.T) {
	files := fstest.MapFS{"a.md": {Data: []byte("一\x1b[2J二\x08\u202e三\u200b\t四\x7f")}}
	line, ok := NewLines(files).line(Pos{File: "a.md", Line: 1})
	if want := "一␛[2J二␈□三□ 四␡"; !ok || line != want {
		t.Errorf("%q, want %q", line, want)
	}
}

func TestCaretCountsCharactersAndCells(t *testing.T) {
	for _, c := range []struct {
		line     string
		col, len int
		want     string
	}{
		{"unit = x", 8, 1, "       ^"},
		{"单位 = x", 6, 1, "       ^"},
		{"单位", 1, 2, "^^^^"},
		{"ab", 5, 1, "    ^"}, // past the end of the line
	} {
		if got := caret(c.line, c.col, c.len); got != c.want {
			t.Errorf("caret(%q, %d, %d) = %q, want %q", c.line, c.col, c.len, got, c.want)
		}
	}
}

func TestSort(t *testing.T) {
	list := Sort([]Diagnostic{
		noMeaning.At(Pos{File: "b", Line: 1, Col: 1}), noMeaning.At(Pos{File: "a", Line: 2, Col: 1}), noMeaning.At(Pos{File: "a", Line: 1, Col: 9}), noMeaning.At(Pos{File: "a", Line: 2, Col: 1}),
	})
	var got []string
	for _, d := range list {
		got = append(got, d.Pos.String())
	}
	if diff := cmp.Diff([]string{"a:1:9", "a:2:1", "b:1:1"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestWriteJSON(t *testing.T) {
	var b strings.Builder
	d := unknownUnit.At(Pos{File: "x.toml", Line: 1, Col: 2}, "<元>", "亿元")
	if err := WriteJSON(&b, []Diagnostic{d}, Chinese); err != nil {
		t.Fatal(err)
	}
	want := `{"file":"x.toml","line":1,"col":2,"severity":"error","code":"K025","message":"不认识的单位 ` + "`<元>`" + `","hint":"可用：亿元，前面可加万、亿，也可写成“元/吨”这样的形式；别的单位请在 config.toml 的 [units] 中声明"}` + "\n"
	if b.String() != want {
		t.Errorf("got %s want %s", b.String(), want)
	}
}

// A message quotes the beginning of a text that is far too long, whole characters of it.
func TestMessagesAreShort(t *testing.T) {
	for _, text := range []string{strings.Repeat("长", 100_000), strings.Repeat("W", 100_000)} {
		d := unknownUnit.At(Pos{}, text, Words{En: text, Zh: text})
		for _, l := range []Lang{English, Chinese} {
			for _, said := range []string{d.Message(l), d.Hint(l)} {
				if len(said) > 8000 || !strings.Contains(said, string([]rune(text)[:maxArg])+"…") {
					t.Errorf("%d bytes: %.60s", len(said), said)
				}
			}
		}
	}
	if d := unknownUnit.At(Pos{}, strings.Repeat("长", maxArg), ""); strings.Contains(d.Message(English), "…") {
		t.Error("a text of just that length is cut")
	}
}

func TestWordsFollowTheLanguage(t *testing.T) {
	d := NewError("K075", "What", "ID").At(Pos{}, Words{En: "text", Zh: "文字"}, "gdp")
	if d.Message(English) != "text" || d.Message(Chinese) != "文字" {
		t.Errorf("%q, %q", d.Message(English), d.Message(Chinese))
	}
}

func TestWriteGitHub(t *testing.T) {
	list := []Diagnostic{
		unknownUnit.At(Pos{File: "a,b.toml", Line: 1, Col: 2}, "50%", "亿元"),
		noMeaning.At(Pos{File: "gdp.xlsx", Cell: "表1!C7"}),
		noMeaning.At(Pos{}),
	}
	var b strings.Builder
	if err := WriteGitHub(&b, list, English); err != nil {
		t.Fatal(err)
	}
	want := `::error file=a%2Cb.toml,line=1,col=2,title=K025::unknown unit ` + "`50%25`" + `%0Ause one of 亿元, with 万 or 亿 before it or another behind a “/”, or declare it in config.toml under [units]
::warning file=gdp.xlsx,title=M020::表1!C7: the heading has no words%0Awrite what the part below is about; the list of contents shows it
::warning title=M020::the heading has no words%0Awrite what the part below is about; the list of contents shows it
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestCause(t *testing.T) {
	site, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer site.Close()
	_, missing := site.ReadFile("gdp.toml")
	_, outside := site.ReadFile("../gdp.toml")
	for _, c := range []struct {
		err  error
		want string
	}{
		{missing, "不存在"},
		{outside, "它是指向外部的链接"},
		{fmt.Errorf("read: %w", fs.ErrPermission), "没有权限"},
		{&fs.PathError{Op: "open", Path: "gdp.toml/x", Err: syscall.ENOTDIR}, "它的上一级是文件，不是文件夹"},
		{&fs.PathError{Op: "read", Path: "gdp.toml", Err: errors.New("no luck")}, "no luck"},
		{fmt.Errorf("install: %w", message.ID("no-npm")), "本机没有 npm"},
	} {
		d := NewError("B001", "Why").At(Pos{}, Cause(c.err))
		if got, want := d.Message(Chinese), "无法打开站点文件夹："+c.want; got != want {
			t.Errorf("%v: %s, want %s", c.err, got, want)
		}
	}
}

// TestExcerpt holds that what is shown of a line is short, has the place in it, and
// that the mark stands under it.
func TestExcerpt(t *testing.T) {
	long := strings.Repeat("今年以来，", 40)
	for _, c := range []struct {
		line   string
		col, n int
	}{
		{"short", 2, 1}, {long, 1, 1}, {long, 100, 3}, {long, 200, 1}, {long, 0, 0}, {long, 201, 1}, {long, 5, 190}, {"", 1, 1}, {long[:3*35], 34, 1},
	} {
		text, at := excerpt(c.line, c.col, c.n)
		whole, part := []rune(c.line), []rune(text)
		if len(part) > 4*around+2*len(cut) {
			t.Errorf("column %d of %d: %d characters are shown", c.col, len(whole), len(part))
		}
		if c.col == 0 || c.col > len(whole) {
			continue
		}
		if at < 1 || at > len(part) || part[at-1] != whole[c.col-1] {
			t.Errorf("column %d: %q at %d", c.col, text, at)
		}
		if body := strings.TrimSuffix(strings.TrimPrefix(text, cut), cut); !strings.Contains(c.line, body) {
			t.Errorf("column %d: %q is no part of the line", c.col, body)
		}
	}
	if text, at := excerpt(strings.Repeat("一", 63), 5, 1); len([]rune(text)) != 63 || at != 5 {
		t.Errorf("a line that is hardly longer is cut: %q at %d", text, at)
	}
	if text, at := excerpt(long, 100, 2); at != 1+around+len(cut) || !strings.HasPrefix(text, cut) || !strings.HasSuffix(text, cut) {
		t.Errorf("in the middle: %q at %d", text, at)
	}
}

// A text moves a place on by its characters, or to a line below.
func TestAfter(t *testing.T) {
	begin := Pos{File: "a.md", Line: 3, Col: 5}
	for text, want := range map[string]string{"": "a.md:3:5", "增长5%": "a.md:3:9", "甲\n乙\n丙丁": "a.md:5:3", "甲\n": "a.md:4:1"} {
		if got := begin.After(text).String(); got != want {
			t.Errorf("after %q: %s, want %s", text, got, want)
		}
	}
}
