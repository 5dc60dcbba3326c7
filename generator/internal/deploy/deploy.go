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
	"os"
	"path/filepath"

	"reportsite/generator/internal/publish"
)

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
