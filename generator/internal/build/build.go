// Package build runs the stages of a build in their order: read, check, what is
// known on the as-of day, verdicts, files. [Builder.Site] goes as far as the list
// of files; a file is made when somebody asks for it. Who takes the files decides
// what a build is: [Site.Publish] puts all of them on the disk, [Site.Check]
// throws them away, the dev server makes the one that is looked at.
//
// Nothing here knows flags or a terminal, and nothing but the options comes from
// outside the site's folder.
package build

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"reportsite/generator/internal/check"
	"reportsite/generator/internal/config"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/known"
	"reportsite/generator/internal/lint"
	"reportsite/generator/internal/locale"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/office"
	"reportsite/generator/internal/save"
	"reportsite/generator/internal/share"
	"reportsite/generator/internal/source"
	"reportsite/generator/internal/theme"
	"reportsite/generator/internal/verdict"
)

// Options say what is built, and how.
type Options struct {
	Folder    string     // the site's folder, with config.toml and content/
	Templates string     // the theme; "" is templates in the site's folder, or else as [Options.TemplatesDir] says
	Bundle    fs.FS      // a templates folder with its libraries that the program carries; nil: none
	Beside    string     // the folder of the program, in which a theme may lie; "": nobody looks there
	Out       string     // where the site is published; "" is public in the site's folder
	AsOf      model.Date // zero: as the configuration says, or the newest date in the content
	Jobs      int        // how many things are done at once; 0 is 1
	Drafts    bool       // for a preview: drafts too, and what is set for a later day
	Strict    bool       // a warning stops the build too
	Compress  bool       // with compressed copies of text files
	Program   string     // version of the program, for the manifest
	Plain     bool       // without the front-end libraries, as a check needs none
	Again     bool       // the site will be built again: files that were read are kept in memory
	Notice    func()     // called before npm is asked to install the libraries; may be nil

	// Sign gives the signature of the manifest, the same each time; nil: it is not signed.
	Sign func(manifest []byte) ([]byte, error)
}

// Builder builds a site, with the option Again as often as the dev server wants:
// what has not changed since the last time is not read again. The zero value with
// its Options is ready.
type Builder struct {
	Options
	memory    *source.Memory // nil without Again
	theme     *theme.Theme
	themed    []diag.Diagnostic // what the theme had to say
	looked    bool              // for the libraries
	shelf     fs.FS             // a templates folder with libraries, once they were looked for
	libraries map[string][]byte
	missing   []diag.Diagnostic // what looking for them had to say
	fonts     *share.Fonts      // nil where they are missing, or nobody asked
}

// Site runs the stages up to the list of files. It is nil where something stops
// the build; the diagnostics say what, and are not sorted. changed are the paths
// that have changed since the last call, for the theme to be read again.
func (b *Builder) Site(ctx context.Context, changed ...string) (*Site, []diag.Diagnostic, error) {
	root, err := os.OpenRoot(b.Folder)
	if err != nil {
		return nil, []diag.Diagnostic{NoFolder.At(diag.Pos{File: b.Folder}, diag.Cause(err))}, nil
	}
	defer root.Close()
	cfg, site, diags, err := b.read(ctx, root)
	if err != nil {
		return nil, diags, err
	}
	// The theme is read although the content may have errors: all faults are
	// reported in one run.
	if err := b.loadTheme(changed); err != nil {
		return nil, diags, err
	}
	if diags = append(diags, b.themed...); site == nil || b.Refuses(diags) {
		return nil, diags, nil
	}
	if err := b.findLibraries(ctx); err != nil {
		return nil, diags, err
	}
	diags = append(diags, b.missing...)
	if cfg.Pictures {
		diags = append(diags, b.findFonts()...)
	}
	if b.Refuses(diags) {
		return nil, diags, nil
	}
	diags = append(diags, b.contrast(cfg)...)
	prepared, faults := b.prepare(cfg, site)
	if diags = append(diags, faults...); b.Refuses(diags) {
		return nil, diags, nil
	}
	return prepared, diags, nil
}

// Read runs the stages that look at the content alone, and says what is wrong
// with it; the diagnostics are not sorted.
func (b *Builder) Read(ctx context.Context) ([]diag.Diagnostic, error) {
	root, err := os.OpenRoot(b.Folder)
	if err != nil {
		return []diag.Diagnostic{NoFolder.At(diag.Pos{File: b.Folder}, diag.Cause(err))}, nil
	}
	defer root.Close()
	_, _, diags, err := b.read(ctx, root)
	return diags, err
}

// ReadFrom is Read for a site that is not, or not only, on the disk.
func (b *Builder) ReadFrom(ctx context.Context, site fs.FS) ([]diag.Diagnostic, error) {
	content, err := fs.Sub(site, source.Dir)
	if err != nil {
		return nil, err
	}
	_, _, diags, err := b.readFrom(ctx, site, content)
	return diags, err
}

// read goes from the folder to the model; the site is nil when the content has
// errors.
func (b *Builder) read(ctx context.Context, root *os.Root) (*config.Config, *model.Site, []diag.Diagnostic, error) {
	// A root of its own, so that no link leads out of content/.
	content, err := root.OpenRoot(source.Dir)
	if err != nil {
		return b.readFrom(ctx, root.FS(), nil)
	}
	defer content.Close()
	return b.readFrom(ctx, root.FS(), content.FS())
}

// readFrom is read for files of any place; content is nil where there is none.
func (b *Builder) readFrom(ctx context.Context, folder, content fs.FS) (*config.Config, *model.Site, []diag.Diagnostic, error) {
	cfg, diags := config.Load(folder)
	if _, err := fs.Lstat(folder, save.Journal); err == nil {
		diags = append(diags, Interrupted.At(diag.Pos{File: save.Journal}))
	}
	usable := cfg != nil
	if !usable {
		if slices.ContainsFunc(diags, func(d diag.Diagnostic) bool { return d.Rule == config.NoConfig }) {
			return nil, nil, diags, nil // no site at all
		}
		cfg = &config.Config{Language: model.Chinese, MaxUnbound: -1} // the content is checked all the same
	}
	if b.Again && b.memory == nil {
		b.memory = &source.Memory{}
	}
	if content == nil {
		return nil, nil, append(diags, source.NoContent.At(diag.Pos{File: source.Dir})), nil
	}
	tree, faults, err := source.LoadWith(ctx, content, b.Jobs, b.memory)
	if diags = append(diags, faults...); err != nil || tree == nil {
		return nil, nil, diags, err
	}
	tree, faults = office.Tables(cfg, tree)
	diags = append(diags, faults...)
	site, whole, faults := check.Read(cfg, tree)
	if diags = append(diags, faults...); !usable {
		return nil, nil, diags, nil
	}
	if !whole || diag.Errors(diags) > 0 {
		// A slip in a date is said with the first errors, unless the dates
		// beside it are in a file that could not be read.
		if len(tree.Faulty) == 0 && len(site.Editions) > 0 {
			diags = append(diags, lint.Dates(lint.Input{Config: cfg, Tree: tree, Site: site})...)
		}
		return cfg, nil, diags, nil
	}
	if b.Drafts {
		site.Show()
	}
	in := lint.Input{Config: cfg, Tree: tree, Site: site, AsOf: b.asOf(cfg, site), Asked: !b.AsOf.IsZero()}
	return cfg, site, append(diags, lint.Site(in)...), nil
}

// prepare judges a site as it is known on the as-of day.
func (b *Builder) prepare(cfg *config.Config, all *model.Site) (*Site, []diag.Diagnostic) {
	day := b.asOf(cfg, all)
	site := known.As(all, day)
	return b.newSite(locale.Input{
		Site: site, Config: cfg,
		Verdicts: verdict.All(site, verdict.Options{AsOf: day, OnPaceBand: cfg.OnPaceBand}),
		Preview:  b.Drafts,
	})
}

// asOf is the day on which the verdicts stand: from the options, the
// configuration or the content, never from the clock.
func (b *Builder) asOf(cfg *config.Config, site *model.Site) model.Date {
	for _, d := range []model.Date{b.AsOf, cfg.AsOf} {
		if !d.IsZero() {
			return d
		}
	}
	return site.NewestRelease()
}

// Refuses reports whether these diagnostics stop the build.
func (o *Options) Refuses(diags []diag.Diagnostic) bool {
	return diag.Errors(diags) > 0 || o.Strict && len(diags) > 0
}

// TemplatesDir is the theme's folder: the one that was asked for, the site's own, the
// one beside the program, or the one of the folder in which the program runs. A program
// that carries a theme has none of these but the first three.
func (o *Options) TemplatesDir() string {
	if o.Templates != "" {
		return o.Templates
	}
	for _, in := range []string{o.Folder, o.Beside} {
		if own := filepath.Join(in, "templates"); in != "" && isFolder(own) {
			return own
		}
	}
	return "templates"
}

// UsesBundle reports whether the theme is the one that the program carries.
func (o *Options) UsesBundle() bool {
	if o.Bundle == nil || o.Templates != "" {
		return false
	}
	return !isFolder(filepath.Join(o.Folder, "templates")) && (o.Beside == "" || !isFolder(filepath.Join(o.Beside, "templates")))
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// PublicDir is the folder that is published to.
func (o *Options) PublicDir() string {
	if o.Out != "" {
		return o.Out
	}
	return filepath.Join(o.Folder, "public")
}
