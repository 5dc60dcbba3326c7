package document

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// shown is a document in a short form: # for headings, - for items, | for rows.
func shown(d *Document) string {
	var b strings.Builder
	if d.Title != "" {
		fmt.Fprintf(&b, "title %s\n", d.Title)
	}
	for _, block := range d.Blocks {
		switch block.Kind {
		case Heading:
			fmt.Fprintf(&b, "#%d %s\n", block.Level, block.Text)
		case Item:
			fmt.Fprintf(&b, "- %s\n", block.Text)
		case Table:
			for _, r := range block.Rows {
				fmt.Fprintf(&b, "| %s\n", strings.Join(r, " | "))
			}
		default:
			fmt.Fprintf(&b, "%s\n", block.Text)
		}
	}
	return b.String()
}

// docx makes a Word file of the body of its document.
func docx(t testing.TB, body string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range map[string]string{
		"word/styles.xml":   `<w:styles xmlns:w="w"><w:style w:styleId="a1"><w:name w:val="heading 2"/></w:style></w:styles>`,
		"word/document.xml": `<w:document xmlns:w="w"><w:body>` + body + `</w:body></w:document>`,
	} {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func para(props, text string) string {
	return `<w:p><w:pPr>` + props + `</w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

const plain = "某县2025年政府工作报告\n一、主要目标\n（一）抓产业。新增企业3家,增长5%;\n●建成厂房1万平方米\n"

const plainShown = "title 某县2025年政府工作报告\n#2 主要目标\n#3 抓产业\n新增企业3家，增长5%；\n- 建成厂房1万平方米\n"

// The same text is read from every kind of file.
func TestFormats(t *testing.T) {
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(plain)
	if err != nil {
		t.Fatal(err)
	}
	page := `<!doctype html><html><head><title>x</title><script>var a = "不要";</script></head><body>
<nav><a href="/">首页</a><a href="/a">政务公开</a></nav><div class="main"><h1>某县2025年政府工作报告</h1>
<div><p>一、主要目标</p><p>（一）抓产业。新增企业3家,增长5%;</p><ul><li>建成厂房1万平方米</li></ul></div></div>
<div><a href="/1">相关链接一</a><a href="/2">相关链接二</a></div><footer>版权所有：某县人民政府</footer></body></html>`
	word := para("", "某县2025年政府工作报告") + para(`<w:pStyle w:val="a1"/>`, "一、主要目标") +
		`<w:p><w:r><w:t>（一）抓产业。新增</w:t></w:r><w:del><w:r><w:delText>不要</w:delText></w:r></w:del><w:r><w:t>企业3家,增长5%;</w:t></w:r></w:p>` +
		para(`<w:numPr/>`, "建成厂房1万平方米")
	for name, data := range map[string][]byte{
		"a.txt": []byte(plain), "gb.txt": []byte(gb), "bom.txt": []byte("\ufeff" + plain), "crlf.txt": []byte(strings.ReplaceAll(plain, "\n", "\r\n")),
		"a.html": []byte(page), "a.docx": docx(t, word),
		"a.md": []byte("# 某县2025年政府工作报告\n\n## 一、主要目标\n\n（一）抓产业。新增**企业**3家,增长5%;\n\n- 建成[厂房](https://example.org)1万平方米\n"),
	} {
		d, err := Read(name, data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(plainShown, shown(d)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// Tables are read from text, CSV, workbooks, Word, Markdown and web pages.
func TestTables(t *testing.T) {
	const want = "| 指标 | 单位 | 2025年目标\n| 粮食产量 | 万吨 | 25\n"
	book := excelize.NewFile()
	for cell, text := range map[string]string{"A1": "指标", "B1": "单位", "C1": "2025年目标", "A2": "粮食产量", "B2": "万吨"} {
		if err := book.SetCellStr("Sheet1", cell, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := book.SetCellInt("Sheet1", "C2", 25); err != nil {
		t.Fatal(err)
	}
	xlsx, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	cell := func(s string) string { return "<w:tc>" + para("", s) + "</w:tc>" }
	for name, data := range map[string][]byte{
		"a.csv": []byte("指标,单位,2025年目标\n粮食产量,万吨,25\n"), "b.csv": []byte("指标;单位;2025年目标\n粮食产量;万吨;25\n"),
		"a.txt": []byte("指标\t单位\t2025年目标\n粮食产量\t万吨\t25\n"), "a.xlsx": xlsx.Bytes(),
		"a.md":   []byte("| 指标 | 单位 | 2025年目标 |\n|---|:--|--:|\n| 粮食产量 | 万吨 | 25 |\n"),
		"a.html": []byte("<html><body><table><tr><th>指标<th>单位<th>2025年目标<tr><td>粮食产量<td>万吨<td>25</table></body></html>"),
		"a.docx": docx(t, "<w:tbl><w:tr>"+cell("指标")+cell("单位")+cell("2025年目标")+"</w:tr><w:tr>"+cell("粮食产量")+cell("万吨")+cell("25")+"</w:tr></w:tbl>"),
	} {
		d, err := Read(name, data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(want, shown(d)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// What a web page has around a text is left out, and listed; the text is not.
func TestNoticesAreLeftOut(t *testing.T) {
	const text = "首页 政务公开 新闻动态 互动交流\n来源：某县政府网 发布时间：2025-01-15 浏览次数：12\n某县2025年政府工作报告\n一、主要目标\n全年新增企业3家，生产总值增长6%。\n上一篇：通知\n某某旗舰厅首页官网投注\n版权所有：某县人民政府\n网站地图\n"
	d, err := Read("a.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("title 某县2025年政府工作报告\n#2 主要目标\n全年新增企业3家，生产总值增长6%。\n", shown(d)); diff != "" {
		t.Error(diff)
	}
	if len(d.Dropped) != 6 {
		t.Errorf("%d pieces are listed: %v", len(d.Dropped), d.Dropped)
	}
	if d.Publisher != "某县政府网" || d.Published.String() != "2025-01-15" {
		t.Errorf("it was published by %q on %v", d.Publisher, d.Published)
	}
}

// Files that cannot be read say why in a way that helps.
func TestRefusals(t *testing.T) {
	locked := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 64)
	for _, r := range "EncryptedPackage" {
		locked += string(r) + "\x00"
	}
	bomb := docx(t, para("", strings.Repeat("零", maxUnpacked/3+1)))
	if len(bomb) > 1<<20 {
		t.Fatalf("the bomb has %d bytes", len(bomb))
	}
	whole := docx(t, para("", "文字"))
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"locked.docx", []byte(locked), ErrEncrypted},
		{"old.doc", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 512)), ErrOldWord},
		{"cut.docx", whole[:len(whole)/2], ErrBroken},
		{"bomb.docx", bomb, ErrTooLarge},
		{"deep.docx", docx(t, strings.Repeat("<w:p>", 2*maxDepth)), ErrBroken},
		{"bad.docx", docx(t, "<w:p></w:r>"), ErrBroken},
		{"a.pdf", []byte("%PDF-1.7\n"), ErrUnknown},
		{"a.png", []byte("\x89PNG\r\n\x1a\n"), ErrUnknown},
		{"zip.docx", []byte("PK\x05\x06" + strings.Repeat("\x00", 18)), ErrUnknown},
		{"large.txt", make([]byte, MaxSize+1), ErrTooLarge},
		{"empty.txt", nil, ErrNoText},
		{"spaces.txt", []byte(" \n\n"), ErrNoText},
		{"bytes.txt", []byte{0xff, 0x00, 0x81, 0x00}, ErrEncoding},
	} {
		if _, err := Read(c.name, c.data); !errors.Is(err, c.want) || !IsProblem(err) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}

// Punctuation that was flattened is full-width again; numbers, ratios and addresses stay.
func TestRepair(t *testing.T) {
	for in, want := range map[string]string{
		"目标是:增长8.5%左右;总量1,800亿元,比例2.2:1(预计)。": "目标是：增长8.5%左右；总量1,800亿元，比例2.2:1（预计）。",
		"全文见本单位网站的公开栏目 https://e.org/a:b,c 。": "全文见本单位网站的公开栏目 https://e.org/a:b,c。",
		"新建5g基站100个, 5g食盐":                    "新建5G基站100个，5g食盐",
		"增 长 6 %":                             "增长6 %",
		"开展“干线 仓储”服务":                         "开展“干线 仓储”服务",
		"GDP to grow by 5 percent, or 1,800":  "GDP to grow by 5 percent, or 1,800",
	} {
		if got, _ := Repair(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

// FuzzRead: no bytes make the reader panic.
func FuzzRead(f *testing.F) {
	f.Add("a.txt", []byte(plain))
	f.Add("a.html", []byte("<table><tr><td rowspan=3>a<td colspan=9>b</table>"))
	f.Add("a.docx", docx(f, para("", "文字")+"<w:tbl><w:tr><w:tc></w:tc></w:tr></w:tbl>"))
	f.Add("a.csv", []byte("a,\"b\n"))
	f.Add("a.md", []byte("| a |\n|--|\n# b\n```\n"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		d, err := Read(name, data)
		if (d == nil) == (err == nil) {
			t.Errorf("%v, %v", d, err)
		}
	})
}
