package check

import (
	"path"
	"strings"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/markdown"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/sheet"
	"reportsite/generator/internal/source"
)

// readBodies binds the references in the prose of sections and pages to the data.
func (c *checker) readBodies(tree *source.Tree) {
	pages := make(map[string]*model.Page)
	for _, p := range tree.Pages {
		page := &model.Page{
			ID: p.ID, Title: model.Text{Zh: p.Front.Title, En: p.Front.TitleEn},
			Withheld: model.Withheld{Draft: p.Front.Draft, Until: p.Front.Publish.Date},
		}
		if p.Front.Title == "" {
			c.report(SectionTitle.At(diag.Pos{File: p.File, Line: 1, Col: 1}))
		}
		if taken := address.PageName(p.ID); taken != address.Free {
			c.report(ReservedName.At(diag.Pos{File: p.File}, p.ID, message.ID(taken)))
		}
		pages[p.ID] = page
		c.site.Pages = append(c.site.Pages, page)
	}
	c.listPaths()
	for _, e := range tree.Editions {
		if e.Report == nil {
			continue
		}
		ed := c.editionOf(e)
		if ed == nil {
			continue
		}
		for i, s := range e.Sections {
			sec := ed.Sections[i]
			sec.Body = c.body(&s.Prose, sec)
			if s.English != nil {
				body := c.body(s.English, sec)
				sec.BodyEn = &body
			}
		}
	}
	for _, p := range tree.Pages {
		page := pages[p.ID]
		page.Body = c.body(&p.Prose, nil)
		if p.English != nil {
			page.Title.En = first(page.Title.En, p.English.Front.Title)
			body := c.body(p.English, nil)
			page.BodyEn = &body
		}
	}
}

// listPaths notes all addresses that prose may link to.
func (c *checker) listPaths() {
	known := &model.Site{Editions: c.site.Editions, Pages: c.site.Pages}
	for _, i := range c.indicators {
		known.Indicators = append(known.Indicators, i)
	}
	c.paths = address.Links(known)
}

// prose binds the references of one body to the data; sec is nil for a page beside
// the report.
type prose struct {
	*checker
	file string
	sec  *model.Section
}

func (c *checker) body(p *source.Prose, sec *model.Section) model.Body {
	b := prose{checker: c, file: p.File, sec: sec}
	var body model.Body
	for _, h := range p.Body.Headings {
		body.Headings = append(body.Headings, model.Heading{Level: h.Level, ID: h.ID, Text: h.Text})
	}
	around := b.around(p.Body.Parts)
	parts := make([]model.Part, len(p.Body.Parts)) // nil where a reference has a fault
	for n, part := range p.Body.Parts {
		if parts[n] = b.part(part, around[n]); parts[n] != nil {
			body.Parts = append(body.Parts, parts[n])
		}
	}
	for _, passage := range p.Body.Passages {
		body.Passages = append(body.Passages, model.Passage{
			ID: passage.ID, Heading: plain(passage.Heading, parts), Text: plain(passage.Text, parts),
		})
	}
	for _, t := range p.Body.Texts {
		pos, at := t.Pos, 0 // of the figure before
		for _, span := range c.grammar.Find(t.Value) {
			pos, at = pos.After(t.Value[at:span.Start]), span.Start
			c.site.Coverage.Unbound = append(c.site.Coverage.Unbound, model.Unbound{
				File: pos.File, Line: pos.Line, Col: pos.Col, Text: span.Text,
			})
		}
	}
	c.site.Coverage.Exempt += len(p.Body.Exempt)
	return body
}

// plain is text of a passage with the parts that its references became.
func plain(runs []markdown.Run, parts []model.Part) (text model.Plain) {
	for _, r := range runs {
		run := model.Run{Text: r.Text}
		if r.Part >= 0 {
			run.Ref = parts[r.Part]
		}
		text = append(text, run)
	}
	return text
}

func (b prose) part(p markdown.Part, words around) model.Part {
	switch p.Kind {
	case markdown.Cite:
		return b.cite(p, words)
	case markdown.Figure:
		return b.figure(p)
	case markdown.Commitment:
		m := b.commitments[p.Target]
		if m == nil {
			b.unknownRef(p.Pos, UnknownCommitment, p.Target, keysOf(b.commitments))
			return nil
		}
		return model.CommitmentLink{Commitment: m, Text: model.HTML(p.HTML)}
	case markdown.Link:
		return b.link(p)
	case markdown.Picture:
		return b.picture(p)
	}
	return model.HTML(p.HTML)
}

// cite binds a figure of the prose and checks that it agrees with the data.
func (b prose) cite(p markdown.Part, words around) model.Part {
	i := b.indicators[p.Target]
	if i == nil {
		b.unknownRef(p.Pos, UnknownIndicator, p.Target, keysOf(b.indicators))
		return nil
	}
	cite := model.Cite{Indicator: i, Text: model.HTML(p.HTML)}
	if p.Fragment == "" {
		cite.Target = b.targetHere(i)
		if cite.Target == nil {
			b.report(NoTargetHere.At(p.Pos, i.ID))
			return nil
		}
	} else if cite.Target, cite.Observation = b.cited(i, p); cite.Target == nil && cite.Observation == nil {
		return nil
	}
	b.site.Coverage.Bound++
	b.agree(cite, p, words)
	if b.sec != nil {
		i.CitedBy = appendNew(i.CitedBy, b.sec)
	}
	return cite
}

// targetHere is the target of the edition's year, or the newest one on a page
// that belongs to no edition.
func (b prose) targetHere(i *model.Indicator) *model.Target {
	if b.sec == nil {
		return i.LatestTarget()
	}
	return i.Target(b.sec.Edition.Period)
}

// cited finds what a fragment names: "2024", "2024-06/cumulative" or
// "2025/target".
func (b prose) cited(i *model.Indicator, p markdown.Part) (*model.Target, *model.Observation) {
	key, basis, _ := strings.Cut(p.Fragment, "/")
	period, err := model.ParsePeriod(key)
	if err != nil {
		b.report(BadPeriod.At(p.Pos, key).WithSuggestion(sheet.PeriodKey(key)))
		return nil, nil
	}
	if basis == "target" {
		t := i.Target(period)
		if t == nil {
			b.report(NoTargetFor.At(p.Pos, i.ID, key))
		}
		return t, nil
	}
	var found []*model.Observation
	for _, o := range i.Observations {
		if o.Period == period && (basis == "" || string(o.Basis) == basis) {
			found = append(found, o)
		}
	}
	switch len(found) {
	case 0:
		b.report(NoObservation.At(p.Pos, i.ID, p.Fragment))
		return nil, nil
	case 1:
		return nil, found[0]
	}
	b.report(AmbiguousBasis.At(p.Pos, i.ID, key, string(found[0].Basis)))
	return nil, nil
}

func (b prose) figure(p markdown.Part) model.Part {
	f := model.Figure{Caption: p.Text}
	if p.Group {
		f.Group = b.groups[p.Target]
		if f.Group == nil {
			b.unknownRef(p.Pos, UnknownGroup, p.Target, keysOf(b.groups))
			return nil
		}
		if len(f.Group.Indicators) == 0 {
			b.report(EmptyGroup.At(p.Pos, p.Target))
			return nil
		}
		return f // its members are filled in when their order is known
	}
	for _, id := range strings.Split(p.Target, ",") {
		i := b.indicators[strings.TrimSpace(id)]
		if i == nil {
			b.unknownRef(p.Pos, UnknownIndicator, id, keysOf(b.indicators))
			return nil
		}
		f.Indicators = append(f.Indicators, i)
		if b.sec != nil {
			i.CitedBy = appendNew(i.CitedBy, b.sec)
		}
	}
	return f
}

// link resolves a link to another page of the site: an address from the site's
// root, or a Markdown file beside this one.
func (b prose) link(p markdown.Part) model.Part {
	target, fragment := p.Target, p.Fragment
	if _, ok := b.filePath(target); ok {
		if f := b.fileOf(p); f != nil {
			return model.FileLink{File: f, Text: model.HTML(p.HTML)}
		}
		return nil
	}
	switch {
	case strings.HasPrefix(target, "/"):
		target = strings.TrimPrefix(path.Clean(target), "/")
	case strings.HasSuffix(target, ".md"):
		target = b.fileAddress(path.Join(path.Dir(b.file), target))
	default:
		b.report(LinkForm.At(p.Pos, p.Target))
		return nil
	}
	if target != "" && !b.paths[target] { // no file
		target += "/"
	}
	if !b.paths[target] {
		b.unknownRef(p.Pos, BrokenLink, p.Target, nil)
		return nil
	}
	if fragment != "" {
		if sec := b.sections[strings.TrimSuffix(target, "/")]; sec != nil && !b.fragments[sec][fragment] {
			b.unknownRef(p.Pos, UnknownHeading, p.Target+"#"+fragment, keysOf(b.fragments[sec]))
		}
		target += "#" + fragment
	}
	return model.PageLink{Path: target, Text: model.HTML(p.HTML)}
}

// fileAddress is the address, without the last slash, of a section's or page's
// file: content/2024/01-goals.md is 2024/goals.
func (b prose) fileAddress(file string) string {
	dir, name := path.Split(strings.TrimPrefix(file, source.Dir+"/"))
	base := strings.TrimSuffix(strings.TrimSuffix(name, ".md"), ".en")
	return strings.TrimPrefix(dir, "pages/") + source.ID(base)
}

func appendNew[T comparable](list []T, item T) []T {
	for _, t := range list {
		if t == item {
			return list
		}
	}
	return append(list, item)
}
