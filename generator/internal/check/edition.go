package check

import (
	"slices"
	"strconv"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/config"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/source"
)

// readEditions reads the reports and their sections, without the prose.
func (c *checker) readEditions(cfg *config.Config, editions []*source.Edition) {
	for _, e := range editions {
		if e.Report == nil || e.Report.Doc == nil {
			continue // source said so
		}
		c.readEdition(e)
		if cfg.Identity.Official() && e.Report.Published.Date.IsZero() {
			c.report(NotDated.At(e.Report.Doc.Pos("title")))
		}
	}
	if len(c.site.Editions) == 0 {
		return
	}
	if !slices.ContainsFunc(c.site.Editions, func(e *model.Edition) bool { return !e.Withheld.Draft }) {
		for _, e := range editions {
			if e.Report != nil && e.Report.Doc != nil {
				c.report(AllDrafts.At(e.Report.Doc.Pos("draft")))
				break
			}
		}
	}
	if cfg.Edition != 0 && c.edition(model.YearOf(cfg.Edition)) == nil {
		c.report(NoSuchEdition.At(diag.Pos{File: config.File}, cfg.Edition))
	}
}

// periodOf is the year or plan of an edition: what report.toml says must be the
// name of the folder, which the addresses and references have. A plan whose years
// run backwards is none.
func periodOf(e *source.Edition) (model.Period, bool) {
	p, err := model.ParsePeriod(e.Dir)
	return p, err == nil
}

func (c *checker) edition(p model.Period) *model.Edition {
	for _, e := range c.site.Editions {
		if e.Period == p {
			return e
		}
	}
	return nil
}

// editionOf is the edition of a folder; nil where its name is no period.
func (c *checker) editionOf(e *source.Edition) *model.Edition {
	p, ok := periodOf(e)
	if !ok {
		return nil
	}
	return c.edition(p)
}

func (c *checker) readEdition(e *source.Edition) {
	r := e.Report
	if r.Title == "" {
		c.report(EditionTitle.At(r.Doc.Pos("title")))
	}
	period, ok := periodOf(e)
	if !ok {
		c.report(BadPeriod.At(diag.Pos{File: r.Doc.Pos("title").File}, e.Dir))
		return
	}
	key, written := "year", strconv.Itoa(r.Year)
	if period.Kind == model.Plan {
		key, written = "plan", r.Plan
	}
	switch written {
	case e.Dir:
	case "", "0":
		c.report(EditionYear.At(r.Doc.Pos(key), key, message.ID("not-written"), e.Dir))
	default:
		c.report(EditionYear.At(r.Doc.Pos(key), key, written, e.Dir))
	}
	ed := &model.Edition{
		Period:    period,
		Title:     model.Text{Zh: r.Title, En: r.TitleEn},
		Place:     model.Text{Zh: r.Place, En: r.PlaceEn},
		Issuer:    model.Text{Zh: r.Issuer, En: r.IssuerEn},
		Published: r.Published.Date,
		Source:    c.source(r.Source, r.Doc.Pos("source")),
		Note:      model.Text{Zh: r.Note, En: r.NoteEn},
		Inferred:  model.Text{Zh: r.Inferred, En: r.InferredEn},
		Withheld:  model.Withheld{Draft: r.Draft, Until: r.Publish.Date},
	}
	for _, s := range e.Sections {
		c.readSection(ed, s)
	}
	for i, s := range e.Sections {
		c.readParent(ed.Sections[i], s)
	}
	c.site.Editions = append(c.site.Editions, ed)
}

func (c *checker) readSection(ed *model.Edition, s *source.Section) {
	front := s.Front
	if front.Title == "" {
		pos := s.Doc.Pos("title")
		if pos.Line == 0 {
			pos = diag.Pos{File: s.File, Line: 1, Col: 1}
		}
		c.report(SectionTitle.At(pos))
	}
	sec := &model.Section{
		Edition: ed,
		ID:      s.ID,
		Title:   model.Text{Zh: front.Title, En: front.TitleEn},
		Summary: model.Text{Zh: front.Summary, En: front.SummaryEn},

		Withheld: model.Withheld{Draft: front.Draft, Until: front.Publish.Date},
	}
	if s.English != nil {
		sec.Title.En = first(sec.Title.En, s.English.Front.Title)
		sec.Summary.En = first(sec.Summary.En, s.English.Front.Summary)
	}
	if taken := address.SectionName(s.ID); taken != address.Free {
		c.report(ReservedName.At(diag.Pos{File: s.File}, s.ID, message.ID(taken)))
	}
	if c.sections[sec.Ref()] != nil {
		c.report(DuplicateSection.At(diag.Pos{File: s.File}, s.ID))
	}
	c.sections[sec.Ref()] = sec
	ids := map[string]bool{}
	for _, h := range s.Body.Headings {
		ids[h.ID] = true
	}
	c.fragments[sec] = ids
	ed.Sections = append(ed.Sections, sec)
}

// readParent links a section to the part that it belongs to, when all sections
// of the edition are known.
func (c *checker) readParent(sec *model.Section, s *source.Section) {
	ref := s.Front.Parent
	if ref == "" {
		return
	}
	pos := s.Doc.Pos("parent")
	i := slices.IndexFunc(sec.Edition.Sections, func(o *model.Section) bool { return o.ID == ref })
	switch {
	case i < 0:
		var known []string
		for _, o := range sec.Edition.Sections {
			known = append(known, o.ID)
		}
		c.unknownRef(pos, UnknownSection, ref, known)
	case sec.Edition.Sections[i] == sec || sec.Edition.Sections[i].Parent != nil:
		c.report(DeepParent.At(pos, ref))
	default:
		sec.Parent = sec.Edition.Sections[i]
		sec.Parent.Children = append(sec.Parent.Children, sec)
	}
}

// sectionRef finds "2024/goals" or "2024/goals#heading".
func (c *checker) sectionRef(ref string, pos diag.Pos) (sec *model.Section, fragment string) {
	name, fragment := cutFragment(ref)
	sec = c.sections[name]
	if sec == nil {
		c.unknownRef(pos, UnknownSection, name, keysOf(c.sections))
		return nil, ""
	}
	if fragment != "" && !c.fragments[sec][fragment] {
		c.unknownRef(pos, UnknownHeading, ref, keysOf(c.fragments[sec]))
	}
	return sec, fragment
}
