package draft

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

// known are ids for parts that every report has.
var known = []struct {
	words *regexp.Regexp
	id    string
}{
	{regexp.MustCompile(`回顾|总结|review`), "review"},
	{regexp.MustCompile(`目标|targets|goals`), "goals"},
	{regexp.MustCompile(`总体要求|思路`), "approach"},
	{regexp.MustCompile(`重点工作|工作安排|工作部署|主要任务|重点任务|tasks`), "tasks"},
	{regexp.MustCompile(`自身建设`), "government"},
	{regexp.MustCompile(`民生实事|实事`), "livelihood"},
	{regexp.MustCompile(`前言`), "introduction"},
}

func sectionID(title string) string {
	for _, k := range known {
		if k.words.MatchString(strings.ToLower(title)) {
			return k.id
		}
	}
	return makeID(title, 6)
}

// makeID writes a name in small letters: Han characters in pinyin, at most so many words.
func makeID(name string, most int) string {
	var words []string
	args := pinyin.NewArgs()
	var latin strings.Builder
	flush := func() {
		if latin.Len() > 0 {
			words = append(words, latin.String())
		}
		latin.Reset()
	}
	for _, r := range name {
		switch {
		case r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			latin.WriteRune(unicode.ToLower(r))
		case unicode.Is(unicode.Han, r):
			flush()
			if list := pinyin.SinglePinyin(r, args); len(list) > 0 {
				words = append(words, strings.ToLower(list[0]))
			}
		default:
			flush()
		}
		if len(words) >= most {
			break
		}
	}
	flush()
	id := strings.Join(words[:min(len(words), most)], "-")
	id = strings.Trim(notID.ReplaceAllString(id, ""), "-")
	if id == "" {
		return "item"
	}
	return id
}

var notID = regexp.MustCompile(`[^a-z0-9-]`)

// takenIDs are the ids that are taken, with the last number that was put behind each; 1 is
// none.
type takenIDs map[string]int

// free is an id that is not taken, and takes it.
func (t takenIDs) free(id string) string {
	free, n := id, t[id]
	for t[free] > 0 {
		n++
		free = id + "-" + strconv.Itoa(n)
	}
	t[id] = max(n, 1)
	t[free] = max(t[free], 1)
	return free
}
