package page

import (
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"slices"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
)

// themeDir is the name of the templates folder in diagnostics.
const themeDir = "templates"

// Theme is the templates folder, read and checked.
type Theme struct {
	layouts map[model.Lang]map[kind]*template.Template
	texts   map[model.Lang]*message.Catalogue
	sources map[string]string // templates as written, by the name in their errors
	assets  []asset
	style   string            // path of the style sheet
	icon    string            // path of the site's icon
	scripts map[string]string // path of a script by its name: "filter"
}

// loader collects a theme and what is wrong with it.
type loader struct {
	fsys  fs.FS
	diags []diag.Diagnostic
	err   error // the first fault of the machine
}

// LoadTheme reads the templates, style sheets, scripts and messages of a
// templates folder:
//
//	base.html          the frame of every page
//	partials/*.html    parts that pages share
//	pages/<kind>.html  one for each kind of page, with the template "main"
//	css/*.css          joined in the order of their names into one style sheet
//	js/*.js            modules, each of its own
//	icon.svg           the site's icon
//	i18n/<lang>.toml   the texts of the interface
//
// Faults of these files are diagnostics; the theme is nil when one of them
// stops the build.
func LoadTheme(fsys fs.FS) (*Theme, []diag.Diagnostic, error) {
	if _, err := fs.Stat(fsys, "."); errors.Is(err, fs.ErrNotExist) {
		return nil, []diag.Diagnostic{NoTheme.At(diag.Pos{File: themeDir})}, nil
	}
	l := &loader{fsys: fsys}
	t := &Theme{scripts: map[string]string{}, sources: map[string]string{}}
	t.texts = l.loadMessages()
	l.loadLayouts(t)
	l.loadAssets(t)
	if l.err != nil {
		return nil, nil, fmt.Errorf("page: read the templates: %w", l.err)
	}
	l.diags = diag.Sort(l.diags)
	if diag.Errors(l.diags) > 0 {
		return nil, l.diags, nil
	}
	return t, l.diags, nil
}

func (l *loader) report(d diag.Diagnostic) { l.diags = append(l.diags, d) }

// shown is a file's name in diagnostics.
func (l *loader) shown(name string) string { return path.Join(themeDir, name) }

func (l *loader) missing(name string, err error) {
	if errors.Is(err, fs.ErrNotExist) {
		l.report(MissingFile.At(diag.Pos{File: l.shown(name)}))
	} else if l.err == nil {
		l.err = err
	}
}

// list gives the files of a folder with an ending, by name.
func (l *loader) list(dir, ending string) []string {
	names, err := fs.Glob(l.fsys, dir+"/*"+ending)
	if err != nil && l.err == nil {
		l.err = err
	}
	slices.Sort(names)
	return names
}
