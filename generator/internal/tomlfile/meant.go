package tomlfile

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/BurntSushi/toml"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/intact"
	"reportsite/generator/internal/model"
)

// meant looks behind a fault of the syntax for the slip that people make: a character
// of the Chinese input method, a date or number in everyday form, text without
// quotes. It is empty where none of these explains the fault.
func (d *Doc) meant(fault span, rule *diag.Rule) []diag.Diagnostic {
	written, isValue := d.written(fault.start)
	text := d.text[written.start:written.end]
	if isValue && valueRules[rule] {
		if list := d.date(written, text); list != nil {
			return list
		}
	}
	slips, fixed := d.lookalikes()
	if len(slips) > 0 && parses(fixed) {
		return d.wrongChars(slips)
	}
	if isValue && valueRules[rule] {
		if m := numberForm.FindStringSubmatch(text); m != nil {
			if number := plainNumber(m[1]); number != text {
				return []diag.Diagnostic{d.at(written, NumberForm, text, number).WithSuggestion(number)}
			}
		}
	}
	if here := d.onLine(slips, fault); len(here) > 0 {
		return d.wrongChars(here)
	}
	if found, ok := d.colon(fault); ok {
		return []diag.Diagnostic{found}
	}
	switch {
	case rule == BadValue && isValue && strings.HasPrefix(text, "#"), rule == BadValue && isValue && text == "":
		return []diag.Diagnostic{d.at(span{fault.start, fault.start}, NoValue)}
	case rule == BadValue && isValue && !strings.ContainsAny(text, `"'[]{}`):
		return []diag.Diagnostic{d.at(written, NoQuotes, text).WithSuggestion(bare(text))}
	case rule == AfterValue && isValue && strings.HasPrefix(text, `"`) && strings.Count(text, `"`) > 2:
		return []diag.Diagnostic{d.at(written, QuoteInText, text).WithSuggestion(chineseQuotes(text))}
	case rule == AfterValue && isValue:
		return []diag.Diagnostic{d.at(span{fault.start, written.end}, AfterValue, strings.TrimSpace(d.text[fault.start:max(fault.start, written.end)]))}
	}
	return nil
}

// valueRules are the faults that a date or a number in everyday form leads to.
var valueRules = map[*diag.Rule]bool{
	BadValue: true, AfterValue: true, BadNumber: true, BadDate: true, OpenBracket: true, NoComma: true,
}

// written is the value that an offset stands in, as a person wrote it: up to the end
// of its line, or to the comma or bracket behind it. ok is false where the offset
// stands in no value.
func (d *Doc) written(offset int) (value span, ok bool) {
	place := keyPlace{begin: true}
	start, depth := -1, 0
	for t := tokenAt(d.text, 0); ; t = tokenAt(d.text, t.end) {
		ends := t.kind == endToken || t.kind == lineToken || t.kind == commentToken ||
			len(place.open) == depth && depth > 0 && (t.kind == ',' || t.kind == '}')
		if start >= 0 && ends {
			if offset <= t.start && offset >= start {
				text := d.text[start:t.start]
				start += len(text) - len(strings.TrimLeft(text, " \t"))
				return span{start, max(start, start+len(strings.TrimSpace(text)))}, true
			}
			start = -1
		}
		if t.kind == endToken || start < 0 && t.start > offset {
			return span{}, false
		}
		if t.kind == '=' && place.key() { // of several, the innermost
			start, depth = t.end, len(place.open)
		}
		place.step(t.kind)
	}
}

// date explains a date that is written as people write it.
func (d *Doc) date(at span, text string) []diag.Diagnostic {
	day, complete, ok := model.ReadDate(text)
	switch {
	case ok:
		return []diag.Diagnostic{d.at(at, DateForm, text).WithSuggestion(day.String())}
	case complete:
		return []diag.Diagnostic{d.at(at, BadDate, text)}
	case dateLike.MatchString(text):
		return []diag.Diagnostic{d.at(at, DateForm, text)}
	}
	return nil
}

// dateLike is what is probably a date: a year with a month, or three numbers.
var dateLike = regexp.MustCompile(`^(?:(?:19|20)\d\d *[-/.年–—．／] *\d{1,2} *月?|\d{1,4} *[-/.年–—．／] *\d{1,2} *[-/.月–—．／] *\d{1,4} *[日号]?|\d{1,2}月\d{1,2}[日号])$`)

// numberForm is a number with words or signs around it.
var numberForm = regexp.MustCompile(`^(?:[约近超达]|大约|超过|突破|不低于|不超过)?([-+−－—]?[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．。][0-9０-９]+)?) *([^\s0-9０-９"'=][^"'=0-9０-９]*)?$`)

// plainNumber is a number as the file asks for it.
func plainNumber(s string) string {
	var b strings.Builder
	for _, r := range s {
		if l, ok := intact.LookalikeOf(r); ok {
			r = rune(l.Better[0])
		}
		if r != ',' {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// slip is a character that looks like another one, outside of texts and comments.
type slip struct {
	intact.Lookalike
	at int
}

// lookalikes finds the characters that were meant for others, and the text with
// those put in. What stands between Chinese quotation marks, and behind ＃, stays.
func (d *Doc) lookalikes() (list []slip, fixed string) {
	var b strings.Builder
	for t := tokenAt(d.text, 0); t.kind != endToken; t = tokenAt(d.text, t.end) {
		text := d.text[t.start:t.end]
		if t.kind == stringToken {
			if s, ok := openString(text); ok { // closed by a quotation mark of another kind
				s.at += t.start
				list = append(list, s)
				text = text[:s.at-t.start] + s.Better
			}
			b.WriteString(text)
			continue
		}
		if t.kind != wordToken {
			b.WriteString(text)
			continue
		}
		for at := t.start; at < t.end; {
			r, size := runeAt(d.text, at)
			l, ok := intact.LookalikeOf(r)
			if !ok {
				b.WriteString(d.text[at : at+size])
				at += size
				continue
			}
			list = append(list, slip{l, at})
			end := at + size
			line := d.text[end:lineEnd(d.text, end)]
			switch close := strings.IndexFunc(line, func(r rune) bool { return isQuote(r, l.Better) }); {
			case (l.Better == `"` || l.Better == "'") && close >= 0:
				_, size := runeAt(line, close)
				list = append(list, slip{mustBe(line[close : close+size]), end + close})
				b.WriteString(l.Better + line[:close] + l.Better)
				end += close + size
			case l.Better == "#":
				b.WriteString("#" + line)
				end += len(line)
			default:
				b.WriteString(l.Better)
			}
			if end > t.end { // the token goes on behind what was skipped
				t.end = end
			}
			at = end
		}
	}
	return list, b.String()
}

// openString finds the quotation mark of another kind that was to close a string.
func openString(text string) (slip, bool) {
	trimmed := strings.TrimRight(text, " \t\r")
	if strings.HasPrefix(text, `"""`) || strings.HasPrefix(text, "'''") || len(trimmed) > 1 && trimmed[len(trimmed)-1] == text[0] {
		return slip{}, false
	}
	for at, r := range trimmed {
		if at+len(string(r)) == len(trimmed) && isQuote(r, text[:1]) {
			l, ok := intact.LookalikeOf(r)
			return slip{l, at}, ok
		}
	}
	return slip{}, false
}

// isQuote reports whether a character was meant for a quotation mark of a kind.
func isQuote(r rune, kind string) bool {
	l, ok := intact.LookalikeOf(r)
	return ok && l.Better == kind
}

func mustBe(s string) intact.Lookalike {
	r, _ := runeAt(s, 0)
	l, _ := intact.LookalikeOf(r)
	return l
}

// onLine are the slips on the line of a fault, where that line is a key with its value,
// a table's name or a comment once they are put right, or the fault is one of them.
func (d *Doc) onLine(all []slip, fault span) (list []slip) {
	start := strings.LastIndexByte(d.text[:fault.start], '\n') + 1
	end := lineEnd(d.text, start)
	at := false
	for _, s := range all {
		if s.at >= start && s.at < end {
			list = append(list, s)
			at = at || s.at == fault.start
		}
	}
	if line := fixedLine(d.text[start:end]); at || strings.Contains(line, "=") || strings.HasPrefix(line, "[") || strings.HasPrefix(line, "#") {
		return list
	}
	return nil
}

// wrongChars reports slips, one diagnostic for a line, with the line as it was
// probably meant.
func (d *Doc) wrongChars(all []slip) []diag.Diagnostic {
	var list []diag.Diagnostic
	for len(all) > 0 {
		end := lineEnd(d.text, all[0].at)
		n := 1
		for n < len(all) && all[n].at < end {
			n++
		}
		start := strings.LastIndexByte(d.text[:all[0].at], '\n') + 1
		_, size := runeAt(d.text, all[0].at)
		found := d.at(span{all[0].at, all[0].at + size}, WrongChar, said(all[:n]))
		if line := fixedLine(d.text[start:end]); len([]rune(line)) <= longestSuggestion && parses(line) && !strings.HasPrefix(line, "#") {
			found = found.WithSuggestion(line)
		}
		list, all = append(list, found), all[n:]
	}
	return list
}

// longestSuggestion is how long a line may be, in characters, that is shown as a whole.
const longestSuggestion = 60

// said names slips by their kind: “”（中文引号），应当是 `"`.
func said(list []slip) diag.Words {
	type group struct {
		kind           diag.Words
		found, betters string
	}
	var groups []*group
	for _, s := range list {
		n := slices.IndexFunc(groups, func(g *group) bool { return g.kind == s.Kind })
		if n < 0 {
			n, groups = len(groups), append(groups, &group{kind: s.Kind})
		}
		if g := groups[n]; !strings.ContainsRune(g.found, s.Rune) {
			g.found += string(s.Rune)
			if !strings.Contains(g.betters, s.Better) {
				g.betters += s.Better
			}
		}
	}
	var w diag.Words
	for n, g := range groups {
		if n > 0 {
			w.En, w.Zh = w.En+"; ", w.Zh+"；"
		}
		if g.betters == " " {
			w.En += fmt.Sprintf("%s (%U) in place of a plain space", g.kind.En, []rune(g.found)[0])
			w.Zh += fmt.Sprintf("%s（%U），应当是普通空格", g.kind.Zh, []rune(g.found)[0])
			continue
		}
		w.En += fmt.Sprintf("%s `%s` in place of `%s`", g.kind.En, g.found, g.betters)
		w.Zh += fmt.Sprintf("%s `%s`，应当是半角的 `%s`", g.kind.Zh, g.found, g.betters)
	}
	return w
}

// fixedLine is a line with the characters that were probably meant.
func fixedLine(line string) string {
	_, fixed := (&Doc{text: line}).lookalikes()
	return strings.TrimSpace(fixed)
}

// colon explains a key that is followed by a colon.
func (d *Doc) colon(fault span) (diag.Diagnostic, bool) {
	start := strings.LastIndexByte(d.text[:fault.start], '\n') + 1
	m := withColon.FindStringSubmatchIndex(d.text[start:lineEnd(d.text, start)])
	if m == nil || d.text[start:][m[4]] != ':' {
		return diag.Diagnostic{}, false
	}
	key, value := d.text[start+m[2]:start+m[3]], d.text[start+m[6]:start+m[7]]
	colon := intact.Lookalike{Rune: ':', Better: "=", Kind: diag.Words{En: "a colon", Zh: "冒号"}}
	found := d.at(span{start + m[4], start + m[5]}, WrongChar, said([]slip{{colon, start}}))
	for _, line := range []string{key + " = " + value, key + ` = "` + value + `"`} {
		if parses(line) && len([]rune(line)) <= longestSuggestion {
			return found.WithSuggestion(line), true
		}
	}
	return found, true
}

// withColon is a key, a colon and a value.
var withColon = regexp.MustCompile(`^[ \t]*([\w\p{Han}-]+)[ \t]*(:)[ \t]*(.*?)[ \t\r]*$`)

// bare is how a word without quotes was probably meant.
func bare(text string) string {
	switch strings.ToLower(text) {
	case "是", "真", "yes", "true", "有":
		return "true"
	case "否", "假", "no", "false", "无":
		return "false"
	}
	if !hanNumber.MatchString(text) && strings.ContainsFunc(text, unicode.IsLetter) && len([]rune(text)) <= longestSuggestion {
		return `"` + text + `"`
	}
	return ""
}

// hanNumber is a number in Chinese characters, which only a person can put in digits.
var hanNumber = regexp.MustCompile(`^[〇零一二两三四五六七八九十百千万亿点]+$`)

// chineseQuotes is a text in quotes, with Chinese quotation marks in place of those
// within.
func chineseQuotes(text string) string {
	inner := strings.TrimPrefix(text, `"`)
	if !strings.HasSuffix(inner, `"`) || len([]rune(text)) > longestSuggestion || strings.Count(inner, `"`)%2 == 0 {
		return ""
	}
	inner = strings.TrimSuffix(inner, `"`)
	marks := [...]string{"“", "”"}
	for n := 0; strings.Contains(inner, `"`); n++ {
		inner = strings.Replace(inner, `"`, marks[n%2], 1)
	}
	return `"` + inner + `"`
}

// parses reports whether the library accepts a text.
func parses(text string) bool {
	var root map[string]any
	_, err := toml.Decode(quoteKeys(text).text, &root)
	return err == nil
}

func lineEnd(text string, from int) int {
	if n := strings.IndexByte(text[from:], '\n'); n >= 0 {
		return from + n
	}
	return len(text)
}
