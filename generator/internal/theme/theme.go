// Package theme reads a templates folder: its HTML templates, style sheet,
// scripts, icon and texts of the interface, and says what is wrong with them.
//
// [Load] checks all that can be checked before a template runs; a fault that
// shows only while it runs is a [FaultError] of [Theme.Execute].
package theme

import (
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"slices"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
)

// dir is the name of the templates folder in diagnostics.
const dir = "templates"

// Theme is the templates folder, read and checked.
type Theme struct {
	layouts map[model.Lang]map[address.Kind]*template.Template
	texts   map[model.Lang]*message.Catalogue
	sources map[string]string // templates as written, by the name in their errors
	assets  []Asset

	Grounds Grounds           // what text stands on
	Style   string            // path of the style sheet, relative to the site's root
	Icon    string            // path of the site's icon; "" without one
	Scripts map[string]string // path of a script by its name: "filter"
}

// Texts are the texts of the interface in a language.
func (t *Theme) Texts(l model.Lang) *message.Catalogue { return t.texts[l] }

// Assets are the style sheet, the scripts and the icon.
func (t *Theme) Assets() []Asset { return t.assets }

// loader collects a theme and what is wrong with it.
type loader struct {
	fsys  fs.FS
	needs []string // messages that the program itself asks for
	diags []diag.Diagnostic
	err   error // the first fault of the machine
}

// Load reads the templates, style sheets, scripts and messages of a
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
// needs are the messages that the program itself asks for. Faults of the files are
// diagnostics; the theme is nil when one of them stops the build.
func Load(fsys fs.FS, needs []string) (*Theme, []diag.Diagnostic, error) {
	if _, err := fs.Stat(fsys, "."); errors.Is(err, fs.ErrNotExist) {
		return nil, []diag.Diagnostic{NoTheme.At(diag.Pos{File: dir})}, nil
	}
	l := &loader{fsys: fsys, needs: needs}
	t := &Theme{Scripts: map[string]string{}, sources: map[string]string{}}
	t.texts = l.loadMessages()
	l.loadLayouts(t)
	l.loadAssets(t)
	if l.err != nil {
		return nil, nil, fmt.Errorf("theme: read the templates: %w", l.err)
	}
	l.diags = diag.Sort(l.diags)
	if diag.Errors(l.diags) > 0 {
		return nil, l.diags, nil
	}
	return t, l.diags, nil
}

func (l *loader) report(d diag.Diagnostic) { l.diags = append(l.diags, d) }

// shown is a file's name in diagnostics.
func (l *loader) shown(name string) string { return path.Join(dir, name) }

func (l *loader) missing(name string, err error) {
	if errors.Is(err, fs.ErrNotExist) {
		l.report(MissingFile.At(diag.Pos{File: l.shown(name)}))
	} else if l.err == nil {
		l.err = err
	}
}

// list gives the files of a folder with an ending, by name.
func (l *loader) list(folder, ending string) []string {
	names, err := fs.Glob(l.fsys, folder+"/*"+ending)
	if err != nil && l.err == nil {
		l.err = err
	}
	slices.Sort(names)
	return names
}
