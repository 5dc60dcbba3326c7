package page

import (
	"regexp"
	"strings"

	"reportsite/generator/internal/model"
)

// headingPart is a piece of a heading; lines do not break within a whole one unless it is
// longer than a line.
type headingPart struct {
	Text  string
	Whole bool
}

// measured is a figure with what is counted, and a word in quotation marks: Han text could
// break within both.
var measured = regexp.MustCompile(`\d+(?:\.\d+)?[\p{Han}%]{1,2}(?:以上|以内|左右)?|“[^”]{1,10}”`)

// HeadingParts are the pieces of the heading. Chinese breaks between any two characters,
// also within a name; names of the places of the site, figures and quoted words stay whole.
func (f *frame) HeadingParts() []headingPart {
	text := f.Heading.Text
	var parts []headingPart
	rest := 0
	for at := 0; at < len(text); {
		if whole := f.wholeAt(text[at:]); whole > 0 {
			if at > rest {
				parts = append(parts, headingPart{Text: text[rest:at]})
			}
			parts = append(parts, headingPart{text[at : at+whole], true})
			at += whole
			rest = at
			continue
		}
		at++
	}
	if rest < len(text) {
		parts = append(parts, headingPart{Text: text[rest:]})
	}
	return parts
}

// wholeAt is how long the name or figure is with which a text begins; 0 where it begins
// with neither.
func (f *frame) wholeAt(text string) int {
	longest := 0
	for _, name := range f.book.places() {
		if strings.HasPrefix(text, name) {
			longest = max(longest, len(name))
		}
	}
	if longest > 0 {
		return longest
	}
	if at := measured.FindStringIndex(text); at != nil && at[0] == 0 {
		return at[1]
	}
	return 0
}

// places are the names of the places of the site; one of several parts, such as
// 甲区·乙区, is several names, the dot belonging to the first.
func (b *book) places() []string {
	if b.Lang != model.Chinese {
		return nil
	}
	var names []string
	for _, place := range append([]model.Text{b.Config.Place}, b.editionPlaces()...) {
		for _, name := range strings.SplitAfter(place.In(b.Lang), "·") {
			if name != "" {
				names = append(names, name)
			}
		}
	}
	return names
}

func (b *book) editionPlaces() (list []model.Text) {
	for _, e := range b.Site.Editions {
		list = append(list, e.Place)
	}
	return list
}
