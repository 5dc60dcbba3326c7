package draft

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/document"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/save"
)

// place is where a link of a section's prose stands.
type place struct {
	file      string
	line, col int
	figure    *Figure
}

// render writes all files of the site.
func (d *Draft) render(o Options) []place {
	d.Files = nil
	add := func(path, text string) { d.Files = append(d.Files, save.File{Path: path, Data: []byte(text)}) }
	add("config.toml", d.config())
	add("content/sources.toml", d.sources(o))
	add(d.folder()+"report.toml", d.report())
	var places []place
	for _, p := range d.Parts {
		text, links := d.section(p)
		add(p.File, text)
		places = append(places, links...)
	}
	if text := d.commitments(); text != "" {
		add(d.folder()+"commitments.toml", text)
	}
	headline := false
	for _, i := range d.indicators {
		if !i.dropped {
			add("content/indicators/"+i.id+".toml", d.indicatorFile(i))
			headline = headline || i.headline
		}
	}
	if headline {
		add("content/groups.toml", "# 指标分组：一组指标可以画在同一张图里，写作 ![标题](group:headline)。\n[headline]\nname = \"主要目标\"\n")
	}
	add("content/pages/about.md", d.about())
	return places
}

func (d *Draft) folder() string { return "content/" + d.Period.String() + "/" }

// quoted is a text as TOML has it.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7f:
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// lines writes keys with their values, in one column; empty values are left out.
func lines(pairs ...string) string {
	width := 0
	for n := 0; n < len(pairs); n += 2 {
		if pairs[n+1] != "" {
			width = max(width, len(pairs[n]))
		}
	}
	var b strings.Builder
	for n := 0; n < len(pairs); n += 2 {
		if pairs[n+1] != "" {
			fmt.Fprintf(&b, "%-*s = %s\n", width, pairs[n], pairs[n+1])
		}
	}
	return b.String()
}

func text(s string) string {
	if s == "" {
		return ""
	}
	return quoted(s)
}

func number(n decimal.NullDecimal) string {
	if !n.Valid {
		return ""
	}
	return n.Decimal.String()
}

func (d *Draft) config() string {
	language := "zh-CN"
	return "# 网站设置。每一项的含义见 docs/format.md。由 draft 生成，请核对。\n" + lines(
		"title", quoted(d.Title), "place", quoted(d.Place), "description", quoted("工作报告里的每一个数字：目标、结果与出处。"),
		"language", quoted(language), "base_url", `""`, "note", text(sayAll(d.Inferred)),
	)
}

func (d *Draft) sources(o Options) string {
	publisher := d.Document.Publisher
	if publisher == "" {
		publisher = "原文未署名"
	}
	date := ""
	if !d.Document.Published.IsZero() {
		date = d.Document.Published.String()
	}
	return "# 来源：每个来源写一次，其他文件用编号引用。\n[report]\n" + lines(
		"name", quoted(d.Title), "publisher", quoted(publisher), "date", date, "url", text(d.Document.URL),
		"note", quoted(message.Say(message.Chinese, "draft-source-note", "File", o.Name)),
	)
}

func (d *Draft) report() string {
	year, plan := "", ""
	if d.Period.Kind == model.Plan {
		plan = quoted(d.Period.String())
	} else {
		year = strconv.Itoa(d.Period.Year)
	}
	issuer := d.Document.Publisher
	if issuer == "" {
		issuer = "原文未署名"
	}
	published := ""
	if p := d.Document.Published; !p.IsZero() && (p.Year == d.Period.Year || p.Year == d.Period.Year-1 && p.Month > 9) {
		published = p.String()
	}
	return lines("title", quoted(d.Title), "place", quoted(d.Place), "year", year, "plan", plan, "issuer", quoted(issuer),
		"published", published, "source", `"report"`, "note", text(sayAll(d.Inferred)), "inferred", text(sayAll(d.Inferred)))
}

func (d *Draft) about() string {
	var b strings.Builder
	b.WriteString("+++\ntitle = \"关于本站\"\n+++\n\n")
	b.WriteString(message.Say(message.Chinese, "draft-about-page", "Title", escape(d.Title)) + "\n")
	for _, id := range d.Inferred {
		b.WriteString("\n- " + message.Say(message.Chinese, id) + "\n")
	}
	return b.String()
}

// section writes a section and says where its links are.
func (d *Draft) section(p *Part) (string, []place) {
	var b strings.Builder
	line := 1
	put := func(s string) {
		b.WriteString(s)
		line += strings.Count(s, "\n")
	}
	put("+++\n" + lines("title", quoted(p.Title), "parent", text(p.Parent)) + "+++\n")
	var places []place
	item := false
	for n, block := range p.Blocks {
		if block.Kind != document.Item || !item {
			put("\n")
		}
		item = block.Kind == document.Item
		switch block.Kind {
		case document.Heading:
			put("## " + escape(block.Text) + "\n")
		case document.Table:
			s, cells := d.tableOf(p, n, block.Rows)
			for _, c := range cells {
				c.file, c.line = p.File, line+c.line
				places = append(places, c)
			}
			put(s)
		default:
			head := ""
			if item {
				head = "- "
			}
			s, cols := d.paragraph(p, n, block.Text, len([]rune(head)))
			for _, c := range cols {
				c.file, c.line = p.File, line
				places = append(places, c)
			}
			put(head + s + "\n")
		}
	}
	return b.String(), places
}

// paragraph writes a paragraph with its figures bound.
func (d *Draft) paragraph(p *Part, n int, s string, col int) (string, []place) {
	var b strings.Builder
	var places []place
	put := func(s string) {
		b.WriteString(s)
		col += utf8.RuneCountInString(s)
	}
	at := 0
	figures, _ := d.figuresOf(p, n)
	for _, f := range figures {
		if !f.bound || f.Row > 0 || f.Start < at {
			continue
		}
		put(escapeAt(s[at:f.Start], at == 0))
		places = append(places, place{col: col + 1, figure: f})
		put("[" + escapeAt(s[f.Start:f.End], false) + "](indicator:" + f.ID + f.fragment(d.Period) + ")")
		at = f.End
	}
	put(escapeAt(s[at:], at == 0))
	return b.String(), places
}

// fragment is what a link says about the period.
func (f *Figure) fragment(edition model.Period) string {
	switch {
	case f.Kind == "result" && f.Basis != model.Annual && f.Basis != "":
		return "#" + f.Period.String() + "/" + string(f.Basis)
	case f.Kind == "result":
		return "#" + f.Period.String()
	case f.Period != edition:
		return "#" + f.Period.String() + "/target"
	}
	return ""
}

// tableOf writes a table with its figures bound.
func (d *Draft) tableOf(p *Part, block int, rows [][]string) (string, []place) {
	bound := map[[2]int]*Figure{}
	figures, _ := d.figuresOf(p, block)
	for _, f := range figures {
		if f.bound && f.Row > 0 {
			bound[[2]int{f.Row, f.Col}] = f
		}
	}
	width := 0
	for _, r := range rows {
		width = max(width, len(r))
	}
	var b strings.Builder
	var places []place
	for n, r := range rows {
		size := 0 // of the row, in characters
		for i := range width {
			cell := ""
			if i < len(r) {
				cell = strings.ReplaceAll(escape(r[i]), "\n", " ")
			}
			if f := bound[[2]int{n + 1, i + 1}]; f != nil {
				line := n
				if n > 0 {
					line++ // below the rule
				}
				places = append(places, place{line: line, col: size + 3, figure: f})
				cell = "[" + cell + "](indicator:" + f.ID + f.fragment(d.Period) + ")"
			}
			b.WriteString("| " + cell + " ")
			size += utf8.RuneCountInString(cell) + 3
		}
		b.WriteString("|\n")
		if n == 0 {
			b.WriteString(strings.Repeat("|---", width) + "|\n")
		}
	}
	return b.String(), places
}

// escape writes a text so that Markdown shows it as it is.
func escape(s string) string { return escapeAt(s, true) }

func escapeAt(s string, start bool) string {
	s = strings.ReplaceAll(s, "\n", " ")
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune("\\`*_[]<>|{}~$^=&", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	s = b.String()
	if start && s != "" {
		if strings.ContainsRune("#+-=!:", rune(s[0])) {
			s = "\\" + s
		}
		digits := 0
		for digits < len(s) && s[digits] >= '0' && s[digits] <= '9' {
			digits++
		}
		if digits > 0 && digits < len(s) && (s[digits] == '.' || s[digits] == ')') {
			s = s[:digits] + "\\" + s[digits:]
		}
	}
	return strings.ReplaceAll(s, "![", "\\![")
}
