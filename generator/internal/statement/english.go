package statement

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"

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

var (
	stopMark = regexp.MustCompile(`[.;!?](?:\s|$)|\n`)
	// clauseMark ends a clause, but not a number.
	clauseMark = regexp.MustCompile(`[,:;](?:\s|$)|\s(?:while|whereas)\s|\s—\s|\s–\s`)
	andMark    = regexp.MustCompile(`^[,;]?\s*(?:and|as well as|with|plus)\s+|^[,;]\s*`)
	// growthNoun turns the words around it into a rate of change.
	growthNoun = regexp.MustCompile(`(?i)\b(?:growth|increase|rise|grow|grew|grown|growing|rose|risen|expand(?:ed)?|up|gain|drop|reduction|decrease|decline|declined|fall|fell|cut|reduce|lower|inflation)\b`)
	fallNoun   = regexp.MustCompile(`(?i)\b(?:drop|reduction|decrease|decline[d]?|fall|fell|cut|reduce[d]?|lower(?:ed)?|down)\b`)
	shareNoun  = regexp.MustCompile(`(?i)\b(?:rate|share|ratio|proportion|percentage|coverage)\b`)
	pastEn     = regexp.MustCompile(`(?i)\b(?:last year|reached|grew|rose|fell|was|were|totaled|totalled|stood at|increased|decreased|declined|achieved|completed|exceeded|amounted|registered|recorded|added|created|expanded|dropped|went|had|opened|built|trained|renovated|planted|launched|delivered|issued|attracted)\b`)
	nextEn     = regexp.MustCompile(`(?i)\b(?:will|to be|aim|target|strive|striving|plan(?:ned)?|expect(?:ed)?|goal|this year we|should|shall|must|ensure|keep|raise|by 20\d\d|is to|are to|projected|seek|to reach|to grow|to rise|to create|to add|to build)\b`)
	edgeBefore = regexp.MustCompile(`(?i)^(?:the|an?|our|its|their|this year's|we|it|is|are|was|were|will|shall|should|to|be|that|which|in|on|of|for|by|and|also|with|keep|keeping|hold|maintain|achieve|achieving|realize|ensure|aim|aims|aiming|target|targets|set|at|reach|strive|seek|secure|raise|bring|lift|last year|this year|in 20\d\d|by 20\d\d|by the end of 20\d\d|as follows|main|goals?|are as follows|total|a total of|see|including|some|further|around|about|during the year|for the year|overall|annual|next|first|second|third|make|deliver|complete)\b[\s:,]*`)
	edgeAfter  = regexp.MustCompile(`(?i)[\s,:]*\b(?:the|an?|is|are|was|were|will|shall|should|to|be|been|by|of|at|in|with|and|has|have|had|reached|reach|reaching|stood|stand|totaled|totalled|total|exceeded|exceed|rose|rise|grew|grow|growth|increase|increased|increasing|fell|fall|declined|decline|decreased|drop|dropped|kept|keep|remain|remained|amounted|came|expand|expanded|that|target|within|about|around|from|another|for|it|up|down|cut|reduced|lowered|raised|brought|year on year|compared|stay|below|above|over|hit|hits|went|registered|recorded|posted|set|aimed)$`)
	inWhat     = regexp.MustCompile(`(?i)^\s*(?:of|in|for|on|to)\s+(?:the\s+|its\s+|our\s+)?(.+)$`)
	cutRight   = regexp.MustCompile(`(?i)\s(?:this year|last year|in 20\d\d|by 20\d\d|by the end|over the|year on year|from last|compared|than|while|which|that|through|with|and|to|at|from|across|during|within|on|as|under|per annum|annually|so)\b.*$`)
	lastYearEn = regexp.MustCompile(`(?i)\blast year\b|\bthe past year\b|\bover the year\b`)
	makers     = regexp.MustCompile(`(?i)\b(build|create|add|open|train|renovate|upgrade|construct|complete|launch|recruit|plant|host|new|built|created|added|opened|trained|renovated|upgraded|start|support)\b`)
	downEn     = regexp.MustCompile(`(?i)unemployment|energy|emission|deficit|debt|pm2\.5|concentration|mortality|accident|intensity|inflation rate|waste`)
	bandEn     = regexp.MustCompile(`(?i)consumer price|\bcpi\b|inflation`)
	stockEn    = regexp.MustCompile(`(?i)total number|number of|population|stock|reserve|balance|capacity|per capita|households? with|length`)
)

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
				judgeEnglish(&item, sentence, past, next, ctx)
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
func (r *Reader) english(text string, p wording.Phrase, left, right string) (Item, int) {
	item := Item{Start: p.Begin, End: p.Stop, Words: p.Words(text)}
	f := p.Figure
	item.Op, item.Hedge, item.Approx, item.Multiple, item.Parts = f.Op, f.Hedge, f.Approx, f.Multiple, f.Parts
	first := f.Value
	if !first.Valid {
		first = f.High
	}
	lead := p.Lead(text)
	rest := strings.TrimRight(right, " ,;.:\n")
	used := 0
	name := trimEnglish(left)
	growth := growthNoun.MatchString(left+" "+lead) || f.Falls()
	if first.Unit == model.Percent && r.rising && strings.HasPrefix(strings.ToLower(lead), "by ") { // and sales by 5 percent
		growth = true
	}
	if first.Unit == model.Percent {
		r.rising = growth
	}
	falls := f.Falls() || fallNoun.MatchString(left+" "+lead)
	if tail := regexp.MustCompile(`(?i)^\s*(?:growth|increase|rise|drop|reduction|decrease|decline)\b`).FindString(rest); tail != "" {
		growth, falls = true, falls || fallNoun.MatchString(tail)
		rest, used = rest[len(tail):], len(tail)
	}
	if m := ofWhat.FindStringSubmatch(rest); m != nil && measured(first.Unit) { // 12 km of metro
		name = cutRight.ReplaceAllString(m[1], "")
		used = len(right)
	} else if m := inWhat.FindStringSubmatch(rest); m != nil && (growth || first.Unit == model.Percent) && (name == "" || generic(name)) {
		name = cutRight.ReplaceAllString(m[1], "")
		used = len(right)
	} else if m != nil && first.Unit == model.Percent && strings.HasPrefix(strings.TrimSpace(rest), "of ") && name != "" {
		used = len(right) // within 60 percent of GDP
		name += " to " + cutRight.ReplaceAllString(m[1], "")
		growth = false
	} else if word := strings.TrimSpace(rest); word != "" && inWhat.FindString(rest) == "" && first.Unit != model.Percent && first.Unit != model.PercentagePoint && first.Unit.Kind() != model.Money {
		noun := strings.TrimSpace(cutRight.ReplaceAllString(" "+word, ""))
		if i := strings.Index(noun, " in "); i > 0 {
			noun = noun[:i]
		}
		if noun != "" && unicode.IsLetter(rune(noun[0])) {
			used = strings.Index(right, noun) + len(noun)
			if m := makers.FindString(left); m != "" || name == "" || generic(name) {
				name = strings.TrimSpace(noun)
			} else {
				name = strings.TrimSpace(noun)
			}
		}
	}
	if name == "" || generic(name) {
		if r.subject != "" {
			name = r.subject
		}
	}
	name = strings.TrimSpace(name)
	item.Name = name
	item.Unit = first.Unit
	if item.Unit == "" {
		switch {
		case regexp.MustCompile(`(?i)jobs|people|population|persons|residents|workers|students|visitors|tourists`).MatchString(name + " " + rest):
			item.Unit = "人"
			if first.Scaled {
				item.Unit = "万人"
			}
		case first.Scaled || first.Valid:
			item.Unit = "个"
			if first.Scaled && first.Number.GreaterThanOrEqual(decimal.NewFromInt(10000)) {
				item.Unit = "万个"
			}
		}
		if f.Op.Relative() || f.Op == model.Flat {
			item.Unit = model.Percent
		}
	}
	item.Unit = handy(item.Unit, first.Number)
	item.Value, item.Low, item.High, item.Stretch = item.number(f.Value), item.number(f.Low), item.number(f.High), item.number(f.Stretch)
	if f.StretchHigh.Valid {
		item.Further = append(item.Further, item.number(f.StretchHigh).Decimal)
	}
	item.measureEnglish(f, growth, name)
	if item.Measure == model.Growth && !strings.Contains(strings.ToLower(item.Name), "growth") {
		if !bandEn.MatchString(name) {
			item.Name += " growth"
		}
		if falls && item.Value.Valid && item.Value.Decimal.IsPositive() {
			item.Value.Decimal = item.Value.Decimal.Neg()
			item.Op = inverse(item.Op)
		}
	}
	switch {
	case bandEn.MatchString(name):
		item.Better = model.Band
	case downEn.MatchString(name), falls && item.Measure == model.Growth, (item.Op == model.LE || item.Op == model.LT) && item.Measure != model.Growth:
		item.Better = model.Down
	default:
		item.Better = model.Up
	}
	item.bound(f)
	if sense, ok := f.Sense(); ok {
		item.Sense = plainSense(sense)
	}
	if name == "" {
		item.Doubts = append(item.Doubts, "doubt-no-name")
	} else {
		r.subject = name
	}
	return item, used
}

var ofWhat = regexp.MustCompile(`(?i)^\s*of\s+(?:the\s+|new\s+)?(.+)$`)

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

// generic reports whether words name no thing by themselves.
func generic(name string) bool {
	return slices.Contains([]string{"growth", "increase", "rise", "drop", "reduction", "decrease", "target", "goal", "decline", "it", "that", "this", "expansion"}, strings.ToLower(name))
}

// trimEnglish takes what is no part of a name off both ends.
func trimEnglish(s string) string {
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
func judgeEnglish(i *Item, sentence string, past, next bool, ctx Context) {
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
	if p, basis, ok := periodInEnglish(sentence, i.Period.Year, false); ok {
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
		return
	}
	i.Kind, i.Why = Target, "why-future"
	if ctx.Role == Goals {
		i.Why = "why-goals"
	} else if !next {
		i.Doubts = append(i.Doubts, "doubt-target")
	}
}
