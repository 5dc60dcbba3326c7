package statement

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// nearName is how many bytes beside a figure can hold its name or say how it is meant. A
// sentence may be long and have many figures, so what is farther away is not looked at for
// each of them.
const nearName = 900

// lastOf is the end of a text, as much as stands near what follows it.
func lastOf(s string) string {
	at := max(0, len(s)-nearName)
	for at > 0 && at < len(s) && !utf8.RuneStart(s[at]) {
		at++
	}
	return s[at:]
}

// firstOf is the beginning of a text, as much as stands near what is before it.
func firstOf(s string) string {
	at := min(len(s), nearName)
	for at > 0 && at < len(s) && !utf8.RuneStart(s[at]) {
		at--
	}
	return s[:at]
}

// quotes are the parts of a text in quotation marks or the marks of a title: from behind a
// mark that opens to behind the next one that closes, or to the end.
func quotes(text string) []area {
	var list []area
	open := false
	for n, r := range text {
		switch end := n + utf8.RuneLen(r); {
		case r != utf8.RuneError && strings.ContainsRune("“《", r) && !open:
			list, open = append(list, area{end, len(text) + 1}), true
		case r != utf8.RuneError && strings.ContainsRune("”》", r) && open:
			list[len(list)-1].end, open = end, false
		}
	}
	return list
}

// holds reports whether an offset lies in one of some areas, which are in order.
func holds(list []area, at int) bool {
	n := sort.Search(len(list), func(n int) bool { return list[n].end > at })
	return n < len(list) && list[n].start <= at
}
