package table

import (
	"regexp"
	"strings"

	"golang.org/x/text/width"
)

// listNumber finds what stands before a name in a list: 一、 （二） 3. 其中：
var listNumber = regexp.MustCompile(`^(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]+\)|\d{1,3}[、)]|\d{1,3}\.(?:\d{1,3}\.?)*|#|-+|·+|其中:?|[①-⑳])`)

// atEnds is what stands at the ends of names and is no part of them.
const atEnds = ":：、,，#·- \t\n\u3000"

// nameOf is the name of a row without number, footnotes and unit. as are the ways
// to read it, the fullest first.
func (r *reader) nameOf(words string) (as []string, units []string) {
	return namesIn(plain(words), r.isUnit)
}

// ReadName is the barest name of a row in its own letters and spaces, and its units.
func ReadName(words string) (name string, units []string) {
	words = strings.TrimSpace(words)
	letters := []rune(words)
	folded := make([]rune, len(letters))
	for n, l := range letters {
		folded[n] = l
		if f := width.LookupRune(l).Folded(); f != 0 {
			folded[n] = f
		}
	}
	r := &reader{units: map[string]bool{}}
	as, units := namesIn(string(folded), r.isUnit)
	if len(as) == 0 {
		return "", units
	}
	name = as[len(as)-1]
	if at := strings.Index(string(folded), name); at >= 0 {
		first := len([]rune(string(folded)[:at]))
		name = string(letters[first : first+len([]rune(name))])
	}
	return name, units
}

// namesIn are the ways to read a name in narrow letters, the fullest first.
func namesIn(text string, isUnit func(string) bool) (as []string, units []string) {
	add := func(s string) {
		s = strings.Trim(s, atEnds)
		if s != "" && (len(as) == 0 || as[len(as)-1] != s) {
			as = append(as, s)
		}
	}
	add(text)
	text = footnote.ReplaceAllString(text, "")
	for {
		cut := strings.TrimLeft(strings.TrimPrefix(text, listNumber.FindString(text)), " ")
		if cut == text || cut == "" {
			break
		}
		text = cut
		add(text)
	}
	add(text)
	text, units = cutUnits(text, isUnit)
	add(text)
	if at := strings.LastIndexAny(text, ","); at > 0 && isUnit(strings.TrimLeft(text[at:], ",")) {
		add(text[:at])
	}
	return as, units
}
