package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/urfave/cli/v3"

	"reportsite/generator/internal/bundle"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/save"
)

// beside is the folder of a released program: a theme may lie there. One that go run
// has built lies in a folder of the compiler's.
func beside() string {
	if bundle.Files() == nil {
		return ""
	}
	file, err := os.Executable()
	if err != nil {
		return ""
	}
	return filepath.Dir(file)
}

// themeCommand writes the theme into a folder, for changing.
func themeCommand(stdout io.Writer, lang message.Lang) *cli.Command {
	return command(lang, "theme", "theme [-flags] <folder>", flagsOf(lang, "lang"), func(_ context.Context, c *cli.Command) error {
		if c.NArg() != 1 {
			return wrong(lang, "theme-what")
		}
		to := c.Args().First()
		list, err := themeFiles()
		if err == nil {
			err = writeTheme(to, slices.Clone(list))
		}
		if err != nil {
			return wrong(lang, "theme-failed", "Folder", shown(to), "Why", diag.Cause(err))
		}
		fmt.Fprintln(stdout, message.Say(lang, "theme-wrote", "Files", message.Say(lang, "n-files", "N", len(list)), "Folder", filepath.ToSlash(to)))
		return nil
	})
}

// themeFiles are the files of the theme that the program carries, or that lies in this
// folder, without the libraries.
func themeFiles() ([]save.File, error) {
	from := bundle.Files()
	if from == nil {
		from = os.DirFS("templates")
	}
	var list []save.File
	err := fs.WalkDir(from, ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name == "node_modules":
			return fs.SkipDir
		case e.IsDir() || name == bundle.Licenses:
			return nil
		}
		data, err := fs.ReadFile(from, name)
		list = append(list, save.File{Path: name, Data: data})
		return err
	})
	return list, err
}

// writeTheme writes the files into a folder that is new or has none of these names. One that
// was killed before is finished.
func writeTheme(to string, list []save.File) error {
	if err := os.MkdirAll(to, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(to)
	if err != nil {
		return err
	}
	defer root.Close()
	written, err := save.Resume(root)
	if err != nil {
		return err
	}
	return save.Files(root, slices.DeleteFunc(list, func(f save.File) bool { return slices.Contains(written, f.Path) }))
}

// licensesCommand prints the licences of all that is in the program.
func licensesCommand(stdout io.Writer, lang message.Lang) *cli.Command {
	return command(lang, "licenses", "licenses", flagsOf(lang, "lang"), func(context.Context, *cli.Command) error {
		var text strings.Builder
		if files := bundle.Files(); files != nil {
			data, err := fs.ReadFile(files, bundle.Licenses)
			if err != nil {
				return fmt.Errorf("read the licences: %w", err)
			}
			text.Write(data)
		} else if info, ok := debug.ReadBuildInfo(); ok {
			fmt.Fprintln(&text, message.Say(lang, "licenses-devel"))
			for _, m := range info.Deps {
				fmt.Fprintf(&text, "%s %s\n", m.Path, m.Version)
			}
		}
		if _, err := io.WriteString(stdout, text.String()); err != nil {
			return fmt.Errorf("print the licences: %w", err)
		}
		return nil
	})
}
