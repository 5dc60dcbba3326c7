package draft

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"reportsite/generator/internal/document"
	"reportsite/generator/internal/statement"
	"reportsite/generator/internal/wording"
)

// lowestPart is the lowest level of headings that can be parts: （一）.
const lowestPart = 3

// longPart is how many characters a part has that is divided into sections.
const longPart = 1200

// outline divides the document into sections: one for each part, and for each
// part of a long part.
func (d *Draft) outline() {
	blocks := d.Document.Blocks
	for n, b := range blocks { // a numbered line with a figure is a sentence
		if b.Kind == document.Heading && b.Level > lowestPart && len(wording.Find(b.Text)) > 0 {
			blocks[n].Kind = document.Paragraph
		}
	}
	top, second := levels(blocks)
	if top > lowestPart { // numbered items alone make no parts
		top, second = 0, 0
	}
	ids := takenIDs{}
	long := false // the part that parent begins
	var parent, current *Part
	begin := func(title string, level int) *Part {
		p := &Part{Title: title, level: level, Role: d.roleOf(title)}
		p.ID = ids.free(sectionID(title))
		d.Parts = append(d.Parts, p)
		return p
	}
	for n, b := range blocks {
		switch {
		case b.Kind == document.Heading && top > 0 && b.Level == top:
			parent = begin(b.Text, 1)
			current, long = parent, utf8.RuneCountInString(textFrom(blocks[n+1:], top)) >= longPart
		case b.Kind == document.Heading && b.Level == second && long && size(blocks, n) >= longPart/8:
			current = begin(b.Text, 2)
			current.Parent = parent.ID
			if current.Role == statement.Unknown || parent.Role == statement.Review {
				current.Role = parent.Role
			}
		default:
			if current == nil {
				title := "前言"
				if saysGoals.MatchString(textFrom(blocks[n:], top)) {
					title = "主要目标"
				}
				current = begin(title, 1)
			}
			current.Blocks = append(current.Blocks, b)
		}
	}
	for _, p := range d.Parts {
		p.Blocks = leads(p.Blocks)
	}
	for n, p := range d.Parts {
		p.File = fmt.Sprintf("content/%s/%02d-%s.md", d.Period, n+1, p.ID)
	}
	d.knownRoles()
}

// knownRoles decides on parts whose heading does not say what they speak of: those
// behind a part on the past and before one on goals are left open, and where no part
// speaks of the past, all speak of goals.
func (d *Draft) knownRoles() {
	review := false
	for _, p := range d.Parts {
		review = review || p.Role == statement.Review
	}
	goals := false
	for _, p := range d.Parts {
		goals = goals || p.Role == statement.Goals
		if p.Role == statement.Unknown && (goals || !review && len(d.Parts) > 1 && !d.results) {
			p.Role, p.guessed = statement.Goals, true
		}
	}
}

// levels are the two highest levels of headings that a document uses for parts.
func levels(blocks []document.Block) (top, second int) {
	count := map[int]int{}
	for _, b := range blocks {
		if b.Kind == document.Heading {
			count[b.Level]++
		}
	}
	for level := 1; level <= 6; level++ {
		switch {
		case count[level] == 0:
		case top == 0:
			top = level
		case second == 0:
			second = level
		}
	}
	return top, second
}

func textFrom(blocks []document.Block, top int) string {
	var b strings.Builder
	for _, block := range blocks {
		if block.Kind == document.Heading && block.Level == top {
			break
		}
		b.WriteString(block.Text)
	}
	return b.String()
}

// size is how many characters follow a heading up to the next of its level.
func size(blocks []document.Block, n int) int {
	total := 0
	for _, b := range blocks[n+1:] {
		if b.Kind == document.Heading && b.Level <= blocks[n].Level {
			break
		}
		total += utf8.RuneCountInString(b.Text)
	}
	return total
}

// The sizes of a lead sentence and of what follows it, in characters.
const (
	longestLead  = 30
	shortestRest = 50
)

// leads makes headings of the sentences that begin the paragraphs of a part without any:
// 着力培育经营主体。支持…
func leads(blocks []document.Block) []document.Block {
	var out []document.Block
	n := 0
	for _, b := range blocks {
		if b.Kind == document.Heading || b.Kind == document.Table {
			return blocks
		}
		head, rest, found := strings.Cut(b.Text, "。")
		size := utf8.RuneCountInString(head)
		if b.Kind != document.Paragraph || !found || size < 4 || size > longestLead || strings.ContainsAny(head, "0123456789：（") || utf8.RuneCountInString(rest) < shortestRest {
			out = append(out, b)
			continue
		}
		n++
		out = append(out, document.Block{Kind: document.Heading, Level: 5, Text: strings.TrimSpace(head), Line: b.Line},
			document.Block{Kind: document.Paragraph, Text: strings.TrimSpace(rest), Line: b.Line})
	}
	if n < 2 {
		return blocks
	}
	return out
}
