package build

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/publish"
	"reportsite/generator/internal/source"
)

// Published says what a build did.
type Published struct {
	Pages   int
	Files   int      // with the pages
	Changed bool     // the folder differs from before
	Kept    []string // files of the folder that no build wrote
}

// Publish makes all files in a stage and exchanges it with the public folder. The
// diagnostics say what an editor can fix; nothing is published when they stop the
// build. progress is told how many files are done; it may be nil.
func (s *Site) Publish(ctx context.Context, progress func(done, total int)) (p Published, diags []diag.Diagnostic, err error) {
	o := s.options
	stage, err := publish.Begin(o.PublicDir(), o.PublishRules())
	if err != nil {
		diags, err = o.published(err)
		return p, diags, err
	}
	defer func() { err = errors.Join(err, stage.Abort()) }() // unless it is committed
	var pages, files atomic.Int64
	diags, err = s.All(ctx, func(path string, data []byte) error {
		files.Add(1)
		if strings.HasSuffix(path, ".html") {
			pages.Add(1)
		}
		return stage.Write(path, data)
	}, progress)
	p.Pages, p.Files = int(pages.Load()), int(files.Load())
	if err == nil && !o.Refuses(diags) {
		p.Changed, err = stage.Commit()
		p.Kept = stage.Kept()
	}
	if err != nil {
		var faults []diag.Diagnostic
		faults, err = o.published(err)
		diags = append(diags, faults...)
	}
	return p, diags, err
}

// PublishRules keep what people write, and what the theme holds, apart from
// what is published.
func (o *Options) PublishRules() publish.Rules {
	templates := publish.Place{Path: o.TemplatesDir(), Holds: "publish-holds-templates", Within: "publish-in-templates"}
	own := templates
	own.Path = filepath.Join(o.Folder, "templates") // also while the site has none: it would be its theme
	apart := []publish.Place{
		{Path: o.Folder, Holds: "publish-holds-site"},
		{Path: filepath.Join(o.Folder, source.Dir), Holds: "publish-holds-content", Within: "publish-in-content"},
		templates, own,
	}
	if home, err := os.UserHomeDir(); err == nil {
		apart = append(apart, publish.Place{Path: home, Holds: "publish-holds-home"})
	}
	return publish.Rules{Apart: apart, Former: formerSite}
}

// published turns a fault of publishing that an editor can fix into a
// diagnostic; every other error stays one.
func (o *Options) published(err error) ([]diag.Diagnostic, error) {
	where := diag.Pos{File: filepath.ToSlash(o.PublicDir())}
	if foreign, ok := errors.AsType[*publish.ForeignError](err); ok {
		files := Listed(foreign.Files)
		switch foreign.Reason {
		case publish.ErrUnmarked:
			return []diag.Diagnostic{NotOurs.At(where, files)}, nil
		case publish.ErrInTheWay:
			return []diag.Diagnostic{InTheWay.At(where, files)}, nil
		}
		return []diag.Diagnostic{NotKept.At(where, files, diag.Cause(foreign.Err))}, nil
	}
	fault, ok := errors.AsType[*publish.Error](err)
	if !ok {
		return nil, err
	}
	fix := fault.Hint()
	if fix == "" {
		return nil, err
	}
	return []diag.Diagnostic{NotPublished.At(where, diag.Cause(fault.Err), fix)}, nil
}

// maxListed is how many files a message names.
const maxListed = 5

// Listed names files in a message: the first ones, and how many more there are.
func Listed(files []string) string {
	if more := len(files) - maxListed; more > 0 {
		return fmt.Sprintf("%s … (+%d)", strings.Join(files[:maxListed], ", "), more)
	}
	return strings.Join(files, ", ")
}
