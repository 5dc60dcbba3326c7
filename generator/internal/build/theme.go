package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/feeds"
	"reportsite/generator/internal/library"
	"reportsite/generator/internal/locale"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/page"
	"reportsite/generator/internal/share"
	"reportsite/generator/internal/theme"
	"reportsite/generator/internal/transpile"
)

// loadTheme reads the theme for the first time, or when a file of it changed.
func (b *Builder) loadTheme(changed []string) error {
	dir := filepath.Clean(b.TemplatesDir())
	again := b.theme == nil
	for _, path := range changed {
		again = again || path == "." || path == dir || strings.HasPrefix(path, dir+string(filepath.Separator))
	}
	if !again {
		return nil
	}
	var err error
	b.theme, b.themed, err = theme.Load(b.templates(), Needs())
	return err
}

// templates are the files of the theme: those of a folder, or those that the program
// carries.
func (b *Builder) templates() fs.FS {
	if b.UsesBundle() {
		return b.Bundle
	}
	return os.DirFS(b.TemplatesDir())
}

// Needs lists the messages that the program asks a theme for.
func Needs() []string { return slices.Concat(locale.Needs(), page.Needs(), feeds.Needs()) }

// findLibraries finds the front-end libraries, or installs them, once. Without
// them charts are not interactive in the browser, and there are no pictures for other
// sites; a warning says so, and nothing else depends on them.
func (b *Builder) findLibraries(ctx context.Context) error {
	if b.looked || b.Plain {
		return nil
	}
	b.shelf = b.templates()
	if !b.UsesBundle() {
		templates := b.TemplatesDir()
		missing := library.Ensure(ctx, templates, b.Notice)
		switch {
		case missing == nil:
		case ctx.Err() != nil:
			return fmt.Errorf("install ECharts: %w", ctx.Err())
		case b.Bundle != nil: // a theme of one's own, with the libraries of the release
			b.shelf = b.Bundle
		default:
			where := diag.Pos{File: filepath.ToSlash(filepath.Join(templates, "package.json"))}
			b.looked, b.missing = true, []diag.Diagnostic{NoECharts.At(where, missing, hintOf(missing))}
			return nil
		}
	}
	var err error
	b.libraries, err = readLibraries(b.shelf)
	b.looked = err == nil
	return err
}

// hintOf says what helps where the libraries could not be installed.
func hintOf(err error) message.ID {
	if f, ok := errors.AsType[*library.Fault](err); ok {
		return f.Hint()
	}
	return "no-npm-hint"
}

// findFonts opens the font of the pictures for other sites, once it is asked for.
// Without it there are none, and a warning says so, unless one of all libraries
// has said it.
func (b *Builder) findFonts() []diag.Diagnostic {
	if b.Plain || len(b.missing) > 0 || b.fonts != nil {
		return nil
	}
	dir, err := fs.Sub(b.shelf, string(library.Fonts))
	if err == nil {
		b.fonts, err = share.Open(dir)
	}
	if err != nil {
		where := diag.Pos{File: filepath.ToSlash(filepath.Join(b.TemplatesDir(), "package.json"))}
		return []diag.Diagnostic{NoFonts.At(where, diag.Cause(err))}
	}
	return nil
}

// readLibraries reads the libraries that pages use in the browser, by the names
// that package page knows them by. Modules become classic scripts.
func readLibraries(shelf fs.FS) (map[string][]byte, error) {
	all := map[string][]byte{}
	for _, l := range []struct {
		name, variable string // variable is what a module becomes
		script         library.Script
	}{
		{page.LibCharts, "", library.ECharts},
		{page.LibSearch, "MiniSearch", library.MiniSearch},
		{page.LibCharacters, "HanCharacters", library.Characters},
	} {
		data, err := fs.ReadFile(shelf, string(l.script))
		if err != nil {
			return nil, fmt.Errorf("read a front-end library: %w", err)
		}
		if l.variable != "" {
			small, faults := transpile.Library(data, l.variable)
			if small == nil {
				return nil, fmt.Errorf("lower %s for older browsers: %v", l.script, faults)
			}
			data = small
		}
		all[l.name] = data
	}
	return all, nil
}
