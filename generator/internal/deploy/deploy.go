// Package deploy brings a built site to where readers get it: a folder of this machine,
// a server over ssh, an rsync module, object storage that speaks S3.
//
// Readers never see half a site. Where the place can be exchanged as a whole (a folder,
// a link on a server), it is. Elsewhere files are sent in an order in which what a page
// needs is there before the page: first assets, whose names change with their content,
// then data, then pages, and at last what the site no longer has is removed. A deploy
// that is cut off leaves every page of before; the next one sends what is missing.
//
// Only what a deploy wrote is ever replaced or removed. What it wrote stands in
// [publish.Marker] at the place: it is brought there before the first file, with the
// names of all that is going to be sent, and has the names of the new site in the end.
// A place that holds files and has no such mark is refused; other files are kept; one of
// them at a path of the site stops the deploy before anything is sent.
package deploy

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/header"
	"reportsite/generator/internal/manifest"
	"reportsite/generator/internal/publish"
	"reportsite/generator/internal/verify"
)

// Site is a built site in a folder of this machine.
type Site struct {
	Dir      string
	Manifest *manifest.Manifest
	Files    []manifest.File // of the manifest, with the manifest itself and its signature
	paths    map[string]manifest.File
	marker   []byte // text of the mark
}

// ChangedError says that a folder is not as it was built. What is deployed would not be
// what its manifest says.
type ChangedError struct{ Findings []verify.Finding }

func (e *ChangedError) Error() string {
	return fmt.Sprintf("deploy: %d files are not as they were built", len(e.Findings))
}

// Open reads the manifest of a built site and makes sure that its files are those of the
// build; the error is a [*ChangedError] where they are not. Other files of the folder are
// no part of the site.
func Open(dir string) (*Site, error) {
	text, err := os.ReadFile(filepath.Join(dir, manifest.Name))
	if err != nil {
		return nil, fmt.Errorf("deploy: %w", err)
	}
	m, err := manifest.Read(text)
	if err != nil {
		return nil, fmt.Errorf("deploy: %w", err)
	}
	s := &Site{Dir: dir, Manifest: m, Files: append(slices.Clone(m.Files), manifest.FileOf(manifest.Name, text)), paths: map[string]manifest.File{}}
	if signed, err := os.ReadFile(filepath.Join(dir, manifest.Signature)); err == nil {
		s.Files = append(s.Files, manifest.FileOf(manifest.Signature, signed))
	}
	var names []string
	for _, f := range s.Files {
		s.paths[f.Path] = f
		if f.Path != publish.Marker {
			names = append(names, f.Path)
		}
	}
	s.marker = publish.Mark(names)
	list, err := verify.Folder(os.DirFS(dir), s.Files, func(string) bool { return false })
	if err != nil {
		return nil, err
	}
	list = slices.DeleteFunc(list, func(f verify.Finding) bool { return f.Kind == verify.Added })
	if len(list) > 0 {
		return nil, &ChangedError{list}
	}
	return s, nil
}

// Cache is the Cache-Control header of a file: what the site asks for, and elsewhere
// that browsers ask before they show a copy.
func (s *Site) Cache(name string) string {
	if c := header.Of(s.Manifest.Headers, "/"+name).Get("Cache-Control"); c != "" {
		return c
	}
	return header.Asked
}

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

// Place is where a site is deployed to.
type Place interface {
	// Plan says what a deploy would do, and changes nothing. The error is a
	// [*publish.ForeignError] where a deploy is refused.
	Plan(ctx context.Context, s *Site) (*Plan, error)
	// Deploy does it. tell is called with each step; it may be nil.
	Deploy(ctx context.Context, s *Site, p *Plan, tell func(Step)) error
}

// Step is a step of a deploy, for those who wait.
type Step struct {
	Name  string // sending, removing or switching
	Files int
}

// The steps.
const (
	Sending   = "sending"
	Removing  = "removing"
	Switching = "switching"
)

// store is a place that files are sent to one after the other.
type store interface {
	look(ctx context.Context) (*there, error)
	// changed lists the files of these that the place has not, or not the same.
	changed(ctx context.Context, s *Site, t *there) ([]string, error)
	// send sends files of a folder, in any order; after an error some may be there.
	send(ctx context.Context, s *Site, dir string, names []string) error
	// remove removes files, in any order; one that is not there is no fault.
	remove(ctx context.Context, names []string) error
}

// ordered is a Place of which no whole can be exchanged.
type ordered struct{ store }

// Plan implements [Place].
func (o ordered) Plan(ctx context.Context, s *Site) (*Plan, error) { return planOf(ctx, o.store, s) }

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

// Deploy implements [Place].
func (o ordered) Deploy(ctx context.Context, s *Site, p *Plan, tell func(Step)) (err error) {
	if p.Nothing() {
		return nil
	}
	dir, err := os.MkdirTemp("", "reportsite-deploy-")
	if err != nil {
		return fmt.Errorf("deploy: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	if err := os.WriteFile(filepath.Join(dir, publish.Marker), p.mark, 0o644); err != nil {
		return fmt.Errorf("deploy: %w", err)
	}
	// First the mark with all names, of before and of now: whatever comes between, the
	// next deploy knows which files are a deploy's.
	if err := o.send(ctx, s, dir, []string{publish.Marker}); err != nil {
		return fmt.Errorf("deploy: send the mark: %w", err)
	}
	for _, names := range [][]string{p.Assets, p.Data, p.Pages, p.Last} {
		if len(names) == 0 {
			continue
		}
		say(tell, Step{Sending, len(names)})
		if err := o.send(ctx, s, s.Dir, names); err != nil {
			return fmt.Errorf("deploy: send files: %w", err)
		}
	}
	if len(p.Remove) > 0 {
		say(tell, Step{Removing, len(p.Remove)})
	}
	for names := range turns(p.Remove) {
		if err := o.remove(ctx, names); err != nil {
			return fmt.Errorf("deploy: remove files: %w", err)
		}
	}
	if err := o.send(ctx, s, s.Dir, []string{publish.Marker}); err != nil {
		return fmt.Errorf("deploy: send the mark: %w", err)
	}
	return nil
}

// turns gives the files of each turn by themselves: in which order a store does what one
// call names is its own matter, and no asset may go before a page that needs it.
func turns(names []string) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		for len(names) > 0 {
			n := 1
			for n < len(names) && turn(names[n]) == turn(names[0]) {
				n++
			}
			if !yield(names[:n]) {
				return
			}
			names = names[n:]
		}
	}
}

func say(tell func(Step), s Step) {
	if tell != nil {
		tell(s)
	}
}

// listed are the files of a folder by their paths. A folder that is not there has none.
func listed(folder fs.FS) (map[string]bool, error) {
	files := map[string]bool{}
	err := fs.WalkDir(folder, ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist) && name == ".":
			return fs.SkipAll
		case err != nil:
			return err
		case !e.IsDir():
			files[name] = true
		}
		return nil
	})
	return files, err
}
