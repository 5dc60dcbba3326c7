package markdown

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

// nameHeadings gives every heading an id, lists it, and reports the headings
// that a page cannot have. Ids that are written come first, so that a heading
// above cannot take one of them.
func (p *reading) nameHeadings(list []*ast.Heading) {
	p.ids, p.again = map[string]bool{}, map[string]int{}
	written := make([]string, len(list))
	for i, h := range list {
		written[i] = p.writtenID(h)
	}
	level := 1 // of the page's title
	for i, h := range list {
		switch {
		case h.Level == 1:
			p.report(TopHeading, h.Pos())
		case h.Level > level+1:
			p.report(SkippedLevel, h.Pos(), h.Level, level)
		}
		level = h.Level
		words := p.plain(h)
		switch m := lostID.FindStringSubmatch(words); {
		case words == "":
			p.report(EmptyHeading, h.Pos())
		case m != nil:
			p.report(BadID, h.Pos(), m[1])
		}
		id := written[i]
		if id == "" {
			id = slug(words)
			if Reserved(id) {
				id = "heading-" + id
			}
			id = p.freeID(id)
		}
		p.doc.Headings = append(p.doc.Headings, Heading{h.Level, id, words, p.pos(h.Pos())})
		h.SetAttributeString("id", []byte(id))
	}
}

// idForm has the ids that may stand in an address. Those of footnotes have a colon
// and can never be equal to one.
var idForm = regexp.MustCompile(`^[\pL\pM\pN_-]+$`)

// lostID is an id that goldmark does not take for one, and leaves in the words.
var lostID = regexp.MustCompile(`[{｛]\s*[#＃]([^}｝]*)[}｝]$`)

// writtenID is the id in the {#id} of a heading; "" where there is none that
// can be used.
func (p *reading) writtenID(h *ast.Heading) string {
	value, ok := h.AttributeString("id")
	if !ok {
		return ""
	}
	id := fmt.Sprint(value) // {id=5} is a number to goldmark
	if b, ok := value.([]byte); ok {
		id = string(b)
	}
	switch {
	case !idForm.MatchString(id):
		p.report(BadID, h.Pos(), id)
		return ""
	case Reserved(id):
		p.report(ReservedID, h.Pos(), id)
		return ""
	case p.ids[id]:
		p.report(SameID, h.Pos(), id)
		return ""
	}
	p.ids[id] = true
	return id
}

// Reserved reports whether a page of prose has an element of its own with this
// id: a part of the theme, or a chart of any language.
func Reserved(id string) bool {
	for _, language := range []string{"en-", "zh-"} {
		id = strings.TrimPrefix(id, language)
	}
	kind, _, more := strings.Cut(id, "-")
	return slices.Contains(themeIDs, id) || more && slices.Contains(drawnIDs, kind)
}

var (
	themeIDs = []string{
		"main-content", "local-contents-title", "kids-title", "section-goals-title", "section-tasks-title", "reasoning-title",
	}
	drawnIDs = []string{"icon", "chart", "detail", "card", "timeline", "figure"} // followed by a hyphen
)

// freeID is id, with a number where it is taken.
func (p *reading) freeID(id string) string {
	free := id
	for p.ids[free] { // the count is kept, so that a thousand equal headings do not need a million tries
		p.again[id]++
		free = fmt.Sprintf("%s-%d", id, p.again[id]+1)
	}
	p.ids[free] = true
	return free
}

// slug makes an id of a heading's words: letters of every script and digits
// stay, everything between becomes a hyphen.
func slug(words string) string {
	parts := strings.FieldsFunc(strings.ToLower(words), func(r rune) bool {
		return !unicode.In(r, unicode.L, unicode.M, unicode.N)
	})
	if len(parts) == 0 {
		return "section"
	}
	return strings.Join(parts, "-")
}
