package deploy

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/manifest"
	"reportsite/generator/internal/publish"
)

// Plan is what a deploy is going to do. The lists are in the order in which it is done.
type Plan struct {
	Assets, Data, Pages []string // to be sent
	Last                []string // sent when the site is whole: the manifest and its signature
	Remove              []string // what a deploy wrote and the site no longer has
	Kept                []string // what no deploy wrote
	Bytes               int64    // to be sent

	mark       []byte // of the place while the deploy is under way; nil: it is the site's already
	unfinished bool   // a deploy before was cut off and left something beside the place
}

// Nothing reports whether the place has the site already, and nothing else is to be done.
func (p *Plan) Nothing() bool {
	return len(p.Sends()) == 0 && len(p.Remove) == 0 && p.mark == nil && !p.unfinished
}

// Sends lists all files to be sent.
func (p *Plan) Sends() []string { return slices.Concat(p.Assets, p.Data, p.Pages, p.Last) }

// there is what a place holds before a deploy.
type there struct {
	files map[string]bool // paths; nil: nothing is there
	mark  []byte          // content of the mark; nil: there is none
}

// The reasons why nothing is sent.
var (
	ErrUnmarked = publish.ErrUnmarked // the place holds files and no deploy's mark
	ErrInTheWay = publish.ErrInTheWay // a file that no deploy wrote is at a path of the site
)

// newPlan compares a site with what is at its place. changed says which of the site's
// files the place does not have in the same form.
func newPlan(s *Site, t *there, changed []string) (*Plan, error) {
	mine := map[string]bool{}
	names, ok := publish.Marked(t.mark)
	if !ok {
		var found []string
		for name := range t.files {
			if !publish.Negligible(name) {
				found = append(found, name)
			}
		}
		if len(found) > 0 {
			slices.Sort(found)
			return nil, &publish.ForeignError{Reason: ErrUnmarked, Files: found}
		}
	}
	for _, name := range names {
		mine[name] = true
	}
	mine[publish.Marker] = ok
	p := &Plan{}
	var inTheWay []string
	for _, name := range slices.Sorted(slices.Values(changed)) {
		if t.files[name] && !mine[name] {
			inTheWay = append(inTheWay, name)
		}
		p.add(s, name)
	}
	for _, name := range slices.Sorted(maps.Keys(t.files)) {
		_, ours := s.paths[name]
		switch {
		case ours:
		case mine[name]:
			p.Remove = append(p.Remove, name)
		default:
			p.Kept = append(p.Kept, name)
			if s.blocks(name) {
				inTheWay = append(inTheWay, name)
			}
		}
	}
	slices.SortStableFunc(p.Remove, func(a, b string) int { return turn(b) - turn(a) }) // pages before what they need
	if len(inTheWay) > 0 {
		return nil, &publish.ForeignError{Reason: ErrInTheWay, Files: inTheWay}
	}
	if string(t.mark) != string(s.marker) || len(p.Remove) > 0 || len(p.Sends()) > 0 {
		all := slices.Collect(maps.Keys(s.paths))
		for _, name := range names {
			if _, ours := s.paths[name]; !ours {
				all = append(all, name)
			}
		}
		p.mark = publish.Mark(slices.DeleteFunc(all, func(name string) bool { return name == publish.Marker }))
	}
	return p, nil
}

// blocks reports whether a file stands where the site has a folder.
func (s *Site) blocks(name string) bool {
	for p := range s.paths {
		if strings.HasPrefix(p, name+"/") {
			return true
		}
	}
	return false
}

// The turns of files, in the order in which they are sent.
const (
	turnAsset = iota
	turnData
	turnPage
	turnLast
)

// turn says when a file is sent.
func turn(name string) int {
	switch {
	case name == manifest.Name || name == manifest.Signature:
		return turnLast
	case strings.HasPrefix(name, address.Assets):
		return turnAsset
	case strings.HasSuffix(name, ".html") || strings.HasSuffix(name, ".html.br") || strings.HasSuffix(name, ".html.gz"):
		return turnPage
	}
	return turnData
}

// add puts a file to be sent where its turn is; the mark has steps of its own.
func (p *Plan) add(s *Site, name string) {
	if name == publish.Marker {
		return
	}
	list := [...]*[]string{&p.Assets, &p.Data, &p.Pages, &p.Last}[turn(name)]
	*list = append(*list, name)
	p.Bytes += s.paths[name].Size
}

// looker is the part of a store that a plan needs.
type looker interface {
	look(ctx context.Context) (*there, error)
	changed(ctx context.Context, s *Site, t *there) ([]string, error)
}

func planOf(ctx context.Context, l looker, s *Site) (*Plan, error) {
	t, err := l.look(ctx)
	if err != nil {
		return nil, fmt.Errorf("deploy: read the place: %w", err)
	}
	changed, err := l.changed(ctx, s, t)
	if err != nil {
		return nil, fmt.Errorf("deploy: compare with the place: %w", err)
	}
	return newPlan(s, t, changed)
}
