package statement

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/calendar"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// english reports whether a passage is in English: it has letters and hardly any Han
// characters.
func english(text string) bool {
	han, latin := 0, 0
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Han, r):
			han++
		case r < 0x80 && unicode.IsLetter(r):
			latin++
		}
	}
	return latin > 8 && latin > 4*han
}

// readEnglish reads a passage in English.
func (r *Reader) readEnglish(text string, ctx Context) []Item {
	phrases := r.grammar.Phrases(text)
	var items []Item
	r.subject, r.rising = "", false
	before := false // the sentences before speak of last year
	for _, s := range areas(text, area{0, len(text)}, stopMark) {
		sentence := s.of(text)
		past, next := pastEn.MatchString(sentence), nextEn.MatchString(sentence)
		before = !next && (before || lastYearEn.MatchString(sentence))
		past = past || before
		when := timesOf(sentence, false)
		for _, c := range areas(text, s, clauseMark) {
			own := within(phrases, c)
			from := c.start
			for n, p := range own {
				end := c.end
				if n+1 < len(own) {
					end = own[n+1].Begin
				}
				left, right := text[min(from, p.Begin):p.Begin], text[p.Stop:end]
				item, used := r.english(text, p, left, right)
				from = p.Stop + used
				switch {
				case baseEn.MatchString(left):
					item.Kind, item.Why = Nothing, "why-relative"
				case passedEn.MatchString(left):
					item.Kind, item.Why = Nothing, "why-completion"
				default:
					judgeEnglish(&item, when, past, next, ctx)
				}
				items = append(items, item)
			}
		}
	}
	return items
}

// areas cuts an area behind marks.
func areas(text string, a area, mark *regexp.Regexp) []area {
	var list []area
	start := a.start
	for _, at := range mark.FindAllStringIndex(a.of(text), -1) {
		end := a.start + at[1]
		list, start = append(list, area{start, end}), end
	}
	if start < a.end {
		list = append(list, area{start, a.end})
	}
	return list
}

// english makes the item of a figure; used is how much of the text behind it belongs to
// its name.
func (r *Reader) english(text string, p wording.Phrase, left, right string) (item Item, used int) {
	e := r.around(text, p, left, right)
	e.findName()
	if e.name == "" || generic(e.name) {
		e.name = cmp.Or(r.subject, e.name)
	}
	e.name = untimedEnd(strings.TrimSpace(e.name))
	if e.growth && strings.HasSuffix(strings.ToLower(e.name), "economy") {
		e.name = "GDP"
	}
	f := p.Figure
	item = Item{
		Start: p.Begin, End: p.Stop, Words: p.Words(text), Name: e.name,
		Op: f.Op, Hedge: f.Hedge, Approx: f.Approx, Multiple: f.Multiple, Parts: f.Parts,
	}
	item.Unit = handy(e.unit(f), e.first.Number)
	item.Value, item.Low, item.High, item.Stretch = item.number(f.Value), item.number(f.Low), item.number(f.High), item.number(f.Stretch)
	if f.StretchHigh.Valid {
		item.Further = append(item.Further, item.number(f.StretchHigh).Decimal)
	}
	item.measureEnglish(f, e.growth, e.name)
	item.rateEnglish(e)
	item.betterEnglish(e)
	item.bound(f)
	if sense, ok := f.Sense(); ok {
		item.Sense = plainSense(sense)
	}
	if e.name == "" {
		item.Doubts = append(item.Doubts, "doubt-no-name")
	} else {
		r.subject = e.name
	}
	return item, e.used
}

// englishFigure is a figure of an English sentence with the words around it.
type englishFigure struct {
	first       wording.Amount // its number, or the higher one of a range
	name        string
	left, right string // as written
	rest        string // of right, what is not yet understood
	words       string // of the figure itself
	used        int    // bytes of right that belong to the name
	growth      bool   // the words call it a rate of change
	falls       bool
}

// around looks at the words around a figure.
func (r *Reader) around(text string, p wording.Phrase, left, right string) *englishFigure {
	f, lead := p.Figure, p.Lead(text)
	e := &englishFigure{first: f.Value, words: p.Words(text), name: trimEnglish(left), left: left, right: right, rest: strings.TrimRight(firstOf(right), " ,;.:\n")}
	if !e.first.Valid {
		e.first = f.High
	}
	e.growth = growthNoun.MatchString(left+" "+lead) || f.Falls()
	if e.percent() {
		if r.rising && strings.HasPrefix(strings.ToLower(lead), "by ") { // and sales by 5 percent
			e.growth = true
		}
		r.rising = e.growth
	}
	e.falls = f.Falls() || fallNoun.MatchString(left+" "+lead)
	if e.percent() && toLevel.MatchString(lastOf(text[:p.Start])) && !change.MatchString(left+" "+lead) { // the rate fell to 6 percent
		e.growth, e.falls, r.rising = false, false, false
	}
	if tail := growthBehind.FindString(e.rest); tail != "" {
		e.growth, e.falls = true, e.falls || fallNoun.MatchString(tail)
		e.rest, e.used = e.rest[len(tail):], len(tail)
	}
	return e
}

func (e *englishFigure) percent() bool { return e.first.Unit == model.Percent }

// findName takes the name from the words behind the figure where it stands there.
func (e *englishFigure) findName() {
	of, in := ofWhat.FindStringSubmatch(e.rest), inWhat.FindStringSubmatch(e.rest)
	switch {
	case of != nil && measured(e.first.Unit): // 12 km of metro
		e.name, e.used = cutRight.ReplaceAllString(of[1], ""), len(e.right)
	case in != nil && (e.growth || e.percent()) && (e.name == "" || generic(e.name)):
		e.name, e.used = cutRight.ReplaceAllString(in[1], ""), len(e.right)
	case in != nil && e.percent() && strings.HasPrefix(strings.TrimSpace(e.rest), "of ") && e.name != "":
		e.name += " to " + cutRight.ReplaceAllString(in[1], "") // within 60 percent of GDP
		e.used, e.growth = len(e.right), false
	case e.counts() && things.MatchString(e.words) && participle.MatchString(e.name): // connected 182,000 households
		e.name = things.FindString(e.words) + " " + e.name
	case in == nil && e.counts():
		if noun := e.counted(); noun != "" {
			e.name, e.used = noun, strings.Index(e.right, noun)+len(noun)
		}
	}
}

// counts reports whether the figure may count what stands behind it.
func (e *englishFigure) counts() bool {
	return !e.percent() && e.first.Unit != model.PercentagePoint && e.first.Unit.Kind() != model.Money
}

// counted is the noun behind the figure: 30 schools in towns.
func (e *englishFigure) counted() string {
	noun := strings.TrimSpace(cutRight.ReplaceAllString(" "+strings.TrimSpace(e.rest), ""))
	noun, _, _ = strings.Cut(noun, " in ")
	if noun == "" || !unicode.IsLetter(rune(noun[0])) {
		return ""
	}
	return noun
}

// unit is the unit of the figure; words that name none count people or things.
func (e *englishFigure) unit(f wording.Figure) model.Unit {
	switch {
	case e.first.Unit != "":
		return e.first.Unit
	case f.Op.Relative() || f.Op == model.Flat:
		return model.Percent
	case personsEn.MatchString(e.name+" "+e.rest) && e.first.Scaled:
		return "万人"
	case personsEn.MatchString(e.name + " " + e.rest):
		return "人"
	case e.first.Scaled && e.first.Number.GreaterThanOrEqual(decimal.NewFromInt(10000)):
		return "万个"
	case e.first.Scaled || e.first.Valid:
		return "个"
	}
	return ""
}

// rateEnglish completes the name of a growth, and its sign where the words say that it
// falls.
func (i *Item) rateEnglish(e *englishFigure) {
	if i.Measure != model.Growth || strings.Contains(strings.ToLower(i.Name), "growth") {
		return
	}
	if !bandEn.MatchString(e.name) {
		i.Name += " growth"
	}
	if e.falls && i.Value.Valid && i.Value.Decimal.IsPositive() {
		i.Value.Decimal = i.Value.Decimal.Neg()
		i.Op = cmp.Or(i.Op, model.GE).Inverse()
	}
}

// betterEnglish chooses the direction in which the figure improves.
func (i *Item) betterEnglish(e *englishFigure) {
	switch {
	case bandEn.MatchString(e.name):
		i.Better = model.Band
	case downEn.MatchString(e.name), e.falls && i.Measure == model.Growth, (i.Op == model.LE || i.Op == model.LT) && i.Measure != model.Growth:
		i.Better = model.Down
	default:
		i.Better = model.Up
	}
}

// measured reports whether a unit measures a stretch or an amount of something.
func measured(u model.Unit) bool {
	switch u.Kind() {
	case model.Length, model.Area, model.Mass, model.Volume:
		return true
	}
	return false
}

// handy is the unit in which Chinese statistics give an amount: 842 billion yuan are
// 8420亿元.
func handy(u model.Unit, n decimal.Decimal) model.Unit {
	switch k := u.Kind(); {
	case k == model.Mass && n.GreaterThanOrEqual(decimal.New(1, 9)) && model.Unit("亿"+u).Known():
		return "亿" + u
	case k == model.Money && n.GreaterThanOrEqual(decimal.New(1, 8)) && model.Unit("亿"+u).Known():
		return "亿" + u
	case (k == model.Money || k == model.Mass || k == model.Area) && n.GreaterThanOrEqual(decimal.New(1, 5)) && model.Unit("万"+u).Known():
		return "万" + u
	}
	return u
}

// untimedEnd is a name without the time at its end: industrial output in September.
func untimedEnd(name string) string {
	list := calendar.All(name)
	if len(list) == 0 {
		return name
	}
	last := list[len(list)-1]
	if last.Stop < len(name) || last.Begin == 0 {
		return name
	}
	return trimEnglish(name[:last.Begin])
}

// generic reports whether words name no thing by themselves.
func generic(name string) bool {
	return slices.Contains([]string{"growth", "increase", "rise", "drop", "reduction", "decrease", "target", "goal", "decline", "it", "that", "this", "expansion"}, strings.ToLower(name))
}

// trimEnglish takes what is no part of a name off both ends. Each word that is taken away
// costs a look at all that is left.
func trimEnglish(s string) string {
	s = lastOf(s)
	for {
		cut := strings.TrimSpace(s)
		cut = andMark.ReplaceAllString(cut, "")
		cut = strings.Trim(cut, " ,;:.()\"“”")
		cut = edgeBefore.ReplaceAllString(cut, "")
		cut = edgeAfter.ReplaceAllString(cut, "")
		if cut == s {
			return s
		}
		s = cut
	}
}

func (i *Item) measureEnglish(f wording.Figure, growth bool, name string) {
	switch kind := i.Unit.Kind(); {
	case len(f.Parts) > 0:
		i.Measure = model.Structure
	case i.Unit == model.PercentagePoint:
		i.Unit, i.Measure = model.Percent, model.Share
	case i.Unit == model.Percent && f.Op.Relative(), i.Unit == model.Percent && (growth || bandEn.MatchString(name)) && !(shareNoun.MatchString(name) && !bandEn.MatchString(name) && !growth):
		i.Measure = model.Growth
	case i.Unit == model.Percent:
		if i.Measure = model.Share; !shareNoun.MatchString(name) && !strings.Contains(name, " to ") {
			i.Doubts = append(i.Doubts, "doubt-percent")
		}
	case kind == model.Things || kind == model.Persons || kind == model.Parts:
		i.Measure = model.Count
	default:
		i.Measure = model.Level
	}
	if f.Multiple.Valid {
		i.Doubts = append(i.Doubts, "doubt-multiple")
	}
	if i.Measure == model.Level || i.Measure == model.Count {
		i.Accrual = model.Flow
		if stockEn.MatchString(name) {
			i.Accrual = model.Stock
		}
	}
}

// judgeEnglish says whether an item is a target or a result.
func judgeEnglish(i *Item, when *englishTimes, past, next bool, ctx Context) {
	if i.Name == "" {
		i.Kind, i.Why = Nothing, "why-no-name"
		return
	}
	i.Stage, i.Basis, i.Period = ctx.Stage, model.Annual, ctx.Period
	done := ctx.Role == Review || ctx.Role == Unknown && past && !next
	if done {
		i.Period = ctx.Done
		if ctx.Basis != "" {
			i.Basis = ctx.Basis
		}
	}
	if p, basis, ok := when.period(i.Period.Year); ok {
		switch {
		case done && (p.Kind != model.Year || p.Year != i.Period.Year):
			i.Period, i.Basis = p, basis
		case !done && p.Year != i.Period.Year:
			i.Period = model.YearOf(p.Year)
		}
	}
	if done {
		i.Kind, i.Why = Result, "why-past"
		if ctx.Role == Review {
			i.Why = "why-review"
		}
		i.result(element{})
		i.atEnd()
		return
	}
	i.Kind, i.Why = Target, "why-future"
	if ctx.Role == Goals {
		i.Why = "why-goals"
	} else if !next {
		i.Doubts = append(i.Doubts, "doubt-target")
	}
}
