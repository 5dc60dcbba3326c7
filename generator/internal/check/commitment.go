package check

import (
	"slices"
	"strings"
	"unicode"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/source"
)

// readCommitments reads commitments.toml of every edition, in the order of its
// lines.
func (c *checker) readCommitments(editions []*source.Edition) {
	for _, e := range editions {
		if e.Commitments == nil || e.Commitments.Doc == nil || e.Report == nil {
			continue
		}
		ed := c.editionOf(e)
		if ed == nil {
			continue
		}
		for _, id := range e.Commitments.Doc.Keys() {
			raw, ok := e.Commitments.Rows[id]
			if !ok {
				continue // its table has a fault, which was reported
			}
			c.readCommitment(ed, e.Commitments, id, raw)
		}
	}
}

func (c *checker) readCommitment(ed *model.Edition, file *source.Commitments, id string, raw source.Commitment) {
	at := func(k string) diag.Pos {
		if pos := file.Doc.Pos(id, k); pos.Exact() {
			return pos
		}
		return file.Doc.Pos(id)
	}
	m := &model.Commitment{
		ID:      id,
		Edition: ed,
		Title:   model.Text{Zh: raw.Title, En: raw.TitleEn},
		Due:     raw.Due.Date,
		Lead:    raw.Lead,
		Support: raw.Support,
		State:   c.state(raw.State, at("state")),
		Note:    model.Text{Zh: raw.Note, En: raw.NoteEn},
	}
	if meant := commitmentID(id); meant != id {
		c.report(BadCommitmentID.At(file.Doc.Pos(id), id).WithSuggestion(meant))
	}
	if raw.Title == "" {
		c.report(CommitmentTitle.At(at("title"), id))
	}
	if raw.Section == "" {
		c.report(CommitmentSection.At(at("section"), id))
	} else {
		ref := ed.Period.String() + "/" + raw.Section
		m.Section, m.Fragment = c.sectionRef(ref, at("section"))
	}
	if raw.Source != "" || m.State != model.Unknown {
		m.Source = c.source(raw.Source, at("source"))
	}
	for _, e := range raw.Events {
		c.readEvent(m, e, at("events"))
	}
	slices.SortStableFunc(m.Events, func(a, b model.Event) int { return a.Date.Compare(b.Date) })
	if c.commitments[id] != nil {
		c.report(DuplicateCommitment.At(file.Doc.Pos(id), id))
	}
	c.commitments[id] = m
	c.site.Commitments = append(c.site.Commitments, m)
	if m.Section != nil {
		m.Section.Commitments = append(m.Section.Commitments, m)
	}
}

// commitmentID is an id as it can be a part of an address: letters of any language,
// digits, - and _.
func commitmentID(id string) string {
	return strings.Trim(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '_' {
			return r
		}
		return '-'
	}, id), "-")
}

func (c *checker) readEvent(m *model.Commitment, raw source.Event, pos diag.Pos) {
	e := model.Event{
		Date:   raw.Date.Date,
		Text:   model.Text{Zh: raw.Text, En: raw.TextEn},
		State:  c.state(raw.State, pos),
		Source: c.source(raw.Source, pos),
	}
	if e.Date.IsZero() || raw.Text == "" {
		c.report(EventParts.At(pos))
		return
	}
	m.Events = append(m.Events, e)
}

func (c *checker) state(word string, pos diag.Pos) model.State {
	if word == "" {
		return model.Unknown
	}
	if word == "推进中" { // what bulletins call 按进度推进
		return model.InProgress
	}
	state, ok := oneOf(word, model.States)
	if !ok {
		c.badCode(pos, BadState, "state", word, names(model.States))
	}
	return state
}
