package diag

import (
	"strings"

	"github.com/agnivade/levenshtein"
)

// Nearest is the known name that was probably meant, or "": one that differs in a
// few characters, or only in case. The two share at least one character: 亿 may be
// 亿元, but not %. Of several that are equally near it returns the first.
func Nearest(name string, known []string) string {
	length := len([]rune(name))
	best, least := "", max(2, min(length/2, 3))+1
	for _, k := range known {
		if strings.EqualFold(k, name) {
			return k
		}
		d := levenshtein.ComputeDistance(name, k)
		if d < least && d < max(length, len([]rune(k))) {
			best, least = k, d
		}
	}
	return best
}
