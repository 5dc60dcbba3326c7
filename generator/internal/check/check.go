// Package check is the only package that makes values of package model: it turns
// what was written into a [model.Site], or reports what is wrong with it.
//
// Every fault becomes one diagnostic and checking goes on, so that an editor
// sees all of them in one run. A site is returned only when there is no error.
package check

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"reportsite/generator/internal/config"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/source"
	"reportsite/generator/internal/wording"
)

// Site checks the whole content. The diagnostics are not sorted; the site is
// nil when one of them, or of those of package source, is an error.
func Site(cfg *config.Config, tree *source.Tree) (*model.Site, []diag.Diagnostic) {
	site, whole, diags := Read(cfg, tree)
	if !whole {
		return nil, diags
	}
	return site, diags
}

// Read is Site for callers that need the readable part of a faulty site for further
// checks. whole is false when there is an error; such a site must not be shown,
// because references that were not found are nil in it.
func Read(cfg *config.Config, tree *source.Tree) (site *model.Site, whole bool, diags []diag.Diagnostic) {
	c := &checker{
		site:        &model.Site{Units: cfg.Units},
		grammar:     wording.New(cfg.Units),
		sources:     map[string]*model.Source{},
		groups:      map[string]*model.Group{},
		sections:    map[string]*model.Section{},
		indicators:  map[string]*model.Indicator{},
		commitments: map[string]*model.Commitment{},
		fragments:   map[*model.Section]map[string]bool{},
		files:       map[string]*model.File{},
	}
	// The order matters: what is referred to is read before what refers to it.
	c.readFiles(tree)
	c.readSources(tree.Sources)
	c.readGroups(tree.Groups)
	c.readChanges(tree.Changes)
	c.readEditions(cfg, tree.Editions)
	c.readIndicators(tree.Indicators)
	c.readCommitments(tree.Editions)
	c.readBodies(tree)
	c.readFormer(tree)
	c.readLook(cfg)
	c.unusedFiles(tree.Files)
	c.arrange()
	c.diags = missingFiles(withoutConsequences(c.diags, tree.Faulty), tree)
	c.copied(tree)
	whole = diag.Errors(c.diags) == 0 && len(tree.Faulty) == 0 && len(c.site.Editions) > 0
	return c.site, whole, c.diags
}

// checker holds the names known so far.
type checker struct {
	site        *model.Site
	grammar     *wording.Grammar
	sources     map[string]*model.Source
	groups      map[string]*model.Group
	sections    map[string]*model.Section // by "2024/goals"
	indicators  map[string]*model.Indicator
	commitments map[string]*model.Commitment
	fragments   map[*model.Section]map[string]bool // heading ids
	paths       map[string]bool                    // pages of the site, for links
	files       map[string]*model.File             // by path
	diags       []diag.Diagnostic
}

func (c *checker) report(d diag.Diagnostic) { c.diags = append(c.diags, d) }

// unknownRef reports a reference that leads nowhere, with the id that was probably
// meant: that of something with this name, or one that differs in a few characters.
func (c *checker) unknownRef(pos diag.Pos, rule *diag.Rule, ref string, known []string) {
	meant := c.named(rule, ref)
	if meant == "" {
		meant = diag.Nearest(ref, known)
	}
	c.report(rule.At(pos, ref).WithSuggestion(meant))
}

// named is the id of what has a name that readers see; "" where there is none, or
// more than one.
func (c *checker) named(rule *diag.Rule, name string) (id string) {
	count := 0
	see := func(one string, names ...string) {
		if slices.Contains(names, name) {
			id = one
			count++
		}
	}
	switch rule {
	case UnknownSource:
		for _, s := range c.sources {
			see(s.ID, s.Name.Zh, s.Name.En)
		}
	case UnknownGroup:
		for _, g := range c.groups {
			see(g.ID, g.Name.Zh, g.Name.En)
		}
	case UnknownIndicator:
		for _, i := range c.indicators {
			see(i.ID, i.Name.Zh, i.Short.Zh, i.Name.En)
		}
	case UnknownCommitment:
		for _, m := range c.commitments {
			see(m.ID, m.Title.Zh, m.Title.En)
		}
	case UnknownSection:
		year, title, _ := strings.Cut(name, "/")
		if name = title; title == "" {
			name = year
		}
		for ref, s := range c.sections {
			if title == "" || strings.HasPrefix(ref, year+"/") {
				see(ref, s.Title.Zh, s.Title.En)
			}
		}
	}
	if count > 1 || name == "" {
		return ""
	}
	return id
}

// keysOf gives the names of a map in order, for suggestions and stable walks.
func keysOf[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }

func (c *checker) readSources(s *source.Sources) {
	if s == nil || s.Doc == nil {
		return
	}
	for _, id := range keysOf(s.Rows) {
		row := s.Rows[id]
		if row.Name == "" {
			c.report(SourceName.At(s.Doc.Pos(id), id))
		}
		if row.URL != "" && !webAddress(row.URL) {
			c.report(SourceURL.At(s.Doc.Pos(id, "url"), row.URL))
		}
		src := &model.Source{
			ID:        id,
			Name:      model.Text{Zh: row.Name, En: row.NameEn},
			Publisher: model.Text{Zh: row.Publisher, En: row.PublisherEn},
			Date:      row.Date.Date,
			URL:       row.URL,
			Note:      model.Text{Zh: row.Note, En: row.NoteEn},
		}
		c.sources[id] = src
		c.site.Sources = append(c.site.Sources, src)
	}
}

func (c *checker) readGroups(g *source.Groups) {
	if g == nil || g.Doc == nil {
		return
	}
	for _, id := range keysOf(g.Rows) {
		row := g.Rows[id]
		if row.Name == "" {
			c.report(GroupName.At(g.Doc.Pos(id), id))
		}
		group := &model.Group{ID: id, Name: model.Text{Zh: row.Name, En: row.NameEn}}
		c.groups[id] = group
		c.site.Groups = append(c.site.Groups, group)
	}
}

func (c *checker) readChanges(s *source.Changes) {
	if s == nil || s.Doc == nil {
		return
	}
	for _, id := range keysOf(s.Rows) {
		row := s.Rows[id]
		change := model.Change{ID: id, Date: row.Date.Date, Text: model.Text{Zh: row.Text, En: row.TextEn}}
		if change.Date.IsZero() || row.Text == "" {
			c.report(ChangeParts.At(s.Doc.Pos(id)))
			continue
		}
		c.site.Changes = append(c.site.Changes, change)
	}
	slices.SortStableFunc(c.site.Changes, func(a, b model.Change) int { return a.Date.Compare(b.Date) })
}

// source finds a source that is named at a position; "" is reported as missing.
func (c *checker) source(id string, pos diag.Pos) *model.Source {
	if id == "" {
		c.report(NoSource.At(pos))
		return nil
	}
	src := c.sources[id]
	if src == nil {
		c.unknownRef(pos, UnknownSource, id, keysOf(c.sources))
	}
	return src
}
