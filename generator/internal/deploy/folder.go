package deploy

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"reportsite/generator/internal/publish"
)

// folder is a folder of this machine, also of a network share. It is exchanged as a
// build exchanges its public folder.
type folder struct {
	dir   string
	rules publish.Rules
}

// Folder is a place on this machine.
func Folder(dir string, rules publish.Rules) Place { return &folder{dir, rules} }

// Plan implements [Place].
func (f *folder) Plan(ctx context.Context, s *Site) (*Plan, error) {
	p, err := planOf(ctx, f, s)
	if err == nil {
		p.unfinished = publish.Unfinished(f.dir)
	}
	return p, err
}

func (f *folder) look(context.Context) (*there, error) {
	if err := f.rules.Admits(f.dir); err != nil {
		return nil, err // before anything is read: it may be the root of a disk
	}
	files, err := listed(os.DirFS(f.dir))
	if err != nil {
		return nil, err
	}
	mark, err := os.ReadFile(filepath.Join(f.dir, publish.Marker))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return &there{files, mark}, nil
}

func (f *folder) changed(_ context.Context, s *Site, t *there) ([]string, error) {
	var list []string
	for _, file := range s.Files {
		data, err := os.ReadFile(filepath.Join(f.dir, filepath.FromSlash(file.Path)))
		if err != nil || !file.Is(data) {
			list = append(list, file.Path)
		}
	}
	return list, nil
}

// Deploy implements [Place]. Which files may be replaced is decided anew while the
// folder is locked.
func (f *folder) Deploy(ctx context.Context, s *Site, p *Plan, tell func(Step)) (err error) {
	stage, err := publish.Begin(f.dir, f.rules)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, stage.Abort()) }()
	say(tell, Step{Sending, len(p.Sends())})
	for _, file := range s.Files {
		if err := ctx.Err(); err != nil {
			return err
		}
		if file.Path == publish.Marker {
			continue // the stage writes it
		}
		data, err := os.ReadFile(filepath.Join(s.Dir, filepath.FromSlash(file.Path)))
		if err != nil {
			return err
		}
		if !file.Is(data) {
			return &ChangedError{}
		}
		if err := stage.Write(file.Path, data); err != nil {
			return err
		}
	}
	say(tell, Step{Switching, 0})
	_, err = stage.Commit()
	return err
}
