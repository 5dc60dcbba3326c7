package statement

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// column is what a column of a table holds.
type column struct {
	is     string // name, unit, goal, done, growth, share, nature, lead, support
	period model.Period
	basis  model.Basis
	unit   string // in the head: 绝对额（亿元）
}

var (
	nameHead    = regexp.MustCompile(`^(?:序号)?(?:主要)?(?:指标|项目|目标|任务|工作)?(?:名称|内容|指标|类别)?$|指标名称|主要指标|目标名称|实事项目|indicator|^target$`)
	unitHead    = regexp.MustCompile(`^(?:计量)?单位$|^unit`)
	goalHead    = regexp.MustCompile(`目标|计划|预期|任务数|target|plan`)
	doneHead    = regexp.MustCompile(`完成|实绩|实际|执行|预计|绝对[额量值]|总量|累计|本月|当月|数值|实现|现值|达到|本期|^20\d\d年$|actual|result|value`)
	growthHead  = regexp.MustCompile(`增速|增长|同比|增幅|[±＋+]-?%|growth|change`)
	natureHead  = regexp.MustCompile(`属性|性质`)
	leadHead    = regexp.MustCompile(`责任(?:单位|部门|主体)|牵头|lead|responsible`)
	supportHead = regexp.MustCompile(`配合|协办|参与`)
	serialHead  = regexp.MustCompile(`^(?:序号|编号|No\.?|#|次序)$`)
	bracketed   = regexp.MustCompile(`[（(]([^（）()]+)[）)]\s*$`)
	plainCell   = regexp.MustCompile(`^([^0-9]*?)(-?\d[\d,.]*(?:\s*[-—–~～至]\s*-?\d[\d,.]*)?)(.*)$`)
	emptyCell   = regexp.MustCompile(`^(?:|—+|-+|–|/|\\|无|…+|\*)$`)
)

// Table reads a table of targets or results. Its columns are found by their heads.
func (r *Reader) Table(rows [][]string, ctx Context) []Item {
	head, cols := heads(rows, ctx)
	if cols == nil {
		return nil
	}
	var items []Item
	for y := head; y < len(rows); y++ {
		items = append(items, r.row(rows[y], y, cols, ctx)...)
	}
	return items
}

// heads finds the row below the heads, and what the columns hold. Heads may stand in two
// rows: 2024年 above 目标 and 完成.
func heads(rows [][]string, ctx Context) (below int, cols []column) {
	for y := 0; y < min(len(rows), 6); y++ {
		texts := headTexts(rows[y])
		two := y+1 < len(rows) && isHead(rows[y+1])
		if two {
			for x, t := range headTexts(rows[y+1]) {
				if x < len(texts) && texts[x] != t {
					texts[x] += t
				} else if x >= len(texts) {
					texts = append(texts, t)
				}
			}
		}
		cols = columns(texts, ctx)
		if cols == nil {
			continue
		}
		if two {
			return y + 2, cols
		}
		return y + 1, cols
	}
	return 0, nil
}

func headTexts(row []string) []string {
	texts := make([]string, len(row))
	for x, t := range row {
		texts[x] = strings.Join(strings.Fields(t), "")
	}
	return texts
}

// isHead reports whether a row has words of heads and no figures.
func isHead(row []string) bool {
	words := 0
	for _, t := range headTexts(row) {
		switch {
		case t == "":
		case goalHead.MatchString(t) || doneHead.MatchString(t) || growthHead.MatchString(t) || unitHead.MatchString(t):
			words++
		case regexp.MustCompile(`^-?\d`).MatchString(t) && !strings.HasSuffix(t, "年"):
			return false
		}
	}
	return words >= 2
}

// columns says what each column holds; nil where the row is no head.
func columns(texts []string, ctx Context) []column {
	cols := make([]column, len(texts))
	names, figures := 0, 0
	for x, t := range texts {
		lower := strings.ToLower(t)
		c := column{period: ctx.Period, basis: model.Annual}
		if m := bracketed.FindStringSubmatch(t); m != nil {
			if _, ok := (&model.UnitTable{}).Find(m[1]); ok {
				c.unit = m[1]
			}
		}
		period, basis, dated := PeriodIn(t, ctx.Period.Year)
		last := strings.Contains(t, "上年") || strings.Contains(t, "去年")
		switch {
		case t == "" || serialHead.MatchString(t):
		case natureHead.MatchString(t):
			c.is = "nature"
		case leadHead.MatchString(lower):
			c.is = "lead"
		case supportHead.MatchString(t):
			c.is = "support"
		case unitHead.MatchString(lower):
			c.is = "unit"
		case nameHead.MatchString(lower) && names == 0:
			c.is, names = "name", 1
		case strings.Contains(t, "完成率") || strings.Contains(t, "占年度") || strings.Contains(t, "占全年") || strings.Contains(t, "为年度") || strings.Contains(t, "完成计划") || strings.Contains(t, "完成年"):
			c.is = "share"
		case growthHead.MatchString(lower) && !goalHead.MatchString(lower):
			c.is, figures = "growth", figures+1
		case goalHead.MatchString(lower) && !strings.Contains(t, "完成情况"):
			c.is, figures = "goal", figures+1
		case doneHead.MatchString(lower):
			c.is, figures = "done", figures+1
		case dated && (ctx.Role == Review || period.Year < ctx.Period.Year):
			c.is, figures = "done", figures+1
		case dated:
			c.is, figures = "goal", figures+1
		}
		switch {
		case c.is == "goal" && last:
			c.period = model.YearOf(ctx.Period.Year - 1)
		case (c.is == "done" || c.is == "growth" || c.is == "share") && last:
			c.period = model.YearOf(ctx.Period.Year - 1)
			if ctx.Done.Year == ctx.Period.Year { // a bulletin compares with the year before
				c.is = ""
			}
		case c.is == "done" || c.is == "growth" || c.is == "share":
			c.period = ctx.Done
			if ctx.Basis != "" {
				c.basis = ctx.Basis
			}
		}
		if dated {
			c.period = period
			if c.is != "goal" {
				c.basis = basis
			}
		}
		if c.is == "done" && (strings.Contains(t, "本月") || strings.Contains(t, "当月")) && c.period.Kind != model.Year {
			c.basis = model.Single
		}
		cols[x] = c
	}
	if names == 0 || figures == 0 {
		return nil
	}
	// 增速 beside 完成 of the same time has its period.
	for x := range cols {
		if cols[x].is == "growth" && x > 0 && cols[x-1].is == "done" {
			cols[x].period, cols[x].basis = cols[x-1].period, cols[x-1].basis
		}
	}
	return cols
}

// row reads a row: one item for each column with a figure.
func (r *Reader) row(cells []string, y int, cols []column, ctx Context) []Item {
	at := func(is string) string {
		for x, c := range cols {
			if c.is == is && x < len(cells) && strings.TrimSpace(cells[x]) != "" {
				return strings.TrimSpace(cells[x])
			}
		}
		return ""
	}
	name, unit := at("name"), at("unit")
	name = strings.TrimSpace(regexp.MustCompile(`^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d+[.、．]|[—\-·#]+|其中[：:]?|\s)+`).ReplaceAllString(name, ""))
	if m := bracketed.FindStringSubmatch(name); m != nil && unit == "" {
		if _, ok := (&model.UnitTable{}).Find(strings.TrimSpace(m[1])); ok {
			unit, name = strings.TrimSpace(m[1]), strings.TrimSpace(strings.TrimSuffix(name, m[0]))
		}
	}
	if utf8.RuneCountInString(name) < 2 || serialHead.MatchString(name) {
		return nil
	}
	var items []Item
	for x, c := range cols {
		if x >= len(cells) || c.is != "goal" && c.is != "done" && c.is != "growth" && c.is != "share" {
			continue
		}
		cell := strings.TrimSpace(cells[x])
		if emptyCell.MatchString(cell) {
			continue
		}
		own := unit
		if c.unit != "" {
			own = c.unit
		}
		item, ok := r.cell(name, own, cell, c)
		if !ok {
			continue
		}
		item.Row, item.Col = y+1, x+1
		item.Lead, item.Nature = at("lead"), natureOf(at("nature"))
		if names := strings.FieldsFunc(item.Lead, func(r rune) bool { return strings.ContainsRune("、，,; ", r) }); len(names) > 0 {
			item.Lead, item.Support = names[0], names[1:]
		}
		if s := at("support"); s != "" {
			item.Support = append(item.Support, strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("、，,; ", r) })...)
		}
		item.Stage = ctx.Stage
		items = append(items, item)
	}
	return items
}

func natureOf(s string) model.Nature {
	for _, n := range []model.Nature{model.Expected, model.Binding} {
		if strings.Contains(s, strings.TrimSuffix(string(n), "性")) {
			return n
		}
	}
	return ""
}

// cell reads a figure of a table. The unit may stand in the cell, in a column of its own,
// in the head or behind the name.
func (r *Reader) cell(name, unit, cell string, c column) (Item, bool) {
	words := cell
	switch {
	case c.is == "share":
		unit = "%"
	case c.is == "growth" && !strings.Contains(unit, "百分点"):
		unit = "%"
	case unit == "个百分点":
		unit = "百分点"
	}
	f, err := r.grammar.Parse(words)
	if m := plainCell.FindStringSubmatch(cell); (err != nil || f.Value.Unit == "" && !f.Value.Scaled && f.High.Unit == "" && f.Parts == nil) && m != nil && unit != "" && !f.Op.Relative() {
		words = m[1] + m[2] + unit + m[3]
		f, err = r.grammar.Parse(words)
		if err != nil {
			words = m[1] + m[2] + strings.TrimSpace(m[3])
			f, err = r.grammar.Parse(words)
		}
	}
	if err != nil {
		return Item{}, false
	}
	rate := c.is == "growth" || rateNoun.MatchString(name) || regexp.MustCompile(`(?:同比)?增长$|变化率$|降低$|下降$`).MatchString(name)
	if unit == "%" && c.is != "share" && !shareName.MatchString(name) && !rate { // 地区生产总值 in % is its growth
		rate = true
	}
	base := strings.TrimSuffix(strings.TrimSuffix(rateNoun.ReplaceAllString(name, ""), "同比增长"), "增长")
	falls := regexp.MustCompile(`(?:降低|下降)(?:率|幅度)?$`).FindString(base)
	if falls != "" {
		base = strings.TrimSuffix(base, falls)
	}
	if !rate {
		base = name
	}
	item := Item{Words: cell, Name: base}
	at := strings.IndexFunc(words, func(r rune) bool { return r >= '0' && r <= '9' })
	p := wording.Phrase{Figure: f, Start: max(0, at), End: len(words), Stop: len(words)}
	e := element{phrases: []wording.Phrase{p}, left: base}
	named := named{text: base, core: base, growth: rate || f.Op.Relative()}
	if v, _ := splitVerb(base); v != "" && !isWeak(v) {
		named.verb = v
	}
	measure(&item, p, named, e, words)
	if falls != "" {
		item.Name = base + "变化"
	}
	if falls != "" && item.Value.Valid && item.Value.Decimal.IsPositive() {
		item.Value.Decimal = item.Value.Decimal.Neg()
		item.Op = inverse(item.Op)
		item.Better = model.Down
	}
	item.Period, item.Basis = c.period, c.basis
	switch c.is {
	case "goal":
		item.Kind, item.Why = Target, "why-table-goal"
	case "share":
		item.Kind, item.Why = Nothing, "why-completion"
	default:
		item.Kind, item.Why = Result, "why-table-done"
		item.result(e)
	}
	return item, true
}

// inverse is the operator of a fall: by at least 3 % is at most −3 %.
func inverse(op model.Op) model.Op {
	switch op {
	case model.GE, "":
		return model.LE
	case model.LE:
		return model.GE
	case model.GT:
		return model.LT
	case model.LT:
		return model.GT
	}
	return op
}
