package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v3"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/save"
	"reportsite/generator/internal/scaffold"
	"reportsite/generator/internal/source"
)

// newCommand writes new files with every field explained.
func newCommand(stdout io.Writer, lang message.Lang) *cli.Command {
	langFlag := textFlag(lang, "lang", "lang")
	// A site is made where its argument says; everything else is made in a site.
	inSite := func(more ...cli.Flag) []cli.Flag {
		return append(more, folderFlag(lang), langFlag)
	}
	title := textFlag(lang, "title", "title")
	year := yearFlag(lang, "year")
	section := textFlag(lang, "section", "section")
	kind := func(name, args string, act func(*maker) error, flags []cli.Flag) *cli.Command {
		return &cli.Command{
			Name: name, Usage: message.Say(lang, "new-"+name), UsageText: "go run ./generator new " + name + " [-flags] " + args, Flags: flags,
			Action: func(ctx context.Context, c *cli.Command) error {
				m, err := newMaker(ctx, c, stdout, lang, args)
				if err != nil {
					return err
				}
				return act(m)
			},
		}
	}
	return &cli.Command{
		Name:        "new",
		Usage:       message.Say(lang, "new"),
		UsageText:   "go run ./generator new site|edition|section|indicator|commitment|ci [-flags] <name>",
		Description: message.Say(lang, "new-about"),
		Commands: []*cli.Command{
			kind("site", "<folder>", (*maker).site,
				[]cli.Flag{title, textFlag(lang, "place", "place"), year, langFlag}),
			kind("edition", "<year>", (*maker).edition, inSite()),
			kind("section", "<id>", (*maker).section, inSite(title, year)),
			kind("indicator", "<id>", (*maker).indicator, inSite(section, year,
				switchFlag(lang, "workbook", "workbook"))),
			kind("commitment", "<id>", (*maker).commitment, inSite(title, section, year)),
			kind("ci", "<host>", (*maker).ci, inSite()),
		},
		Action: func(_ context.Context, c *cli.Command) error {
			return wrong(lang, "new-what")
		},
	}
}

// maker writes new files into a site.
type maker struct {
	ctx    context.Context
	c      *cli.Command
	name   string // the argument
	lang   message.Lang
	stdout io.Writer
}

func newMaker(ctx context.Context, c *cli.Command, stdout io.Writer, lang message.Lang, args string) (*maker, error) {
	if c.NArg() != 1 {
		return nil, wrong(lang, "new-args", "Kind", c.Name, "Args", args)
	}
	if err := checkFolder(c, "C", lang); err != nil {
		return nil, err
	}
	return &maker{ctx: ctx, c: c, name: c.Args().First(), lang: lang, stdout: stdout}, nil
}

// failed says why a file or folder could not be made.
func (m *maker) failed(err error) error {
	name := m.name
	if file, ok := errors.AsType[*fs.PathError](err); ok {
		name = file.Path
	}
	return wrong(m.lang, "new-failed", "Name", shown(name), "Why", diag.Cause(err))
}

// or is a flag's text, or another where it is empty.
func (m *maker) or(flag, other string) string {
	if s := m.c.String(flag); s != "" {
		return s
	}
	return other
}

// site makes a site in a folder of its own, which may exist and be empty.
func (m *maker) site() error {
	if err := os.MkdirAll(m.name, 0o755); err != nil {
		return m.failed(err)
	}
	root, err := os.OpenRoot(m.name)
	if err != nil {
		return m.failed(err)
	}
	defer root.Close()
	if err := resume(root, m.stdout, m.lang); err != nil {
		return err
	}
	year := int(m.c.Int("year"))
	if year == 0 {
		year = time.Now().Year() // it is written into the new files; nothing that is built depends on the clock
	}
	place := m.or("place", message.Say(m.lang, "example-place"))
	list := scaffold.Site(m.or("title", message.Say(m.lang, "example-title", "Place", place)), place, year)
	if err := m.write(root, m.name, list); err != nil {
		return err
	}
	fmt.Fprintln(m.stdout, message.Say(m.lang, "build-it", "Folder", m.name))
	return nil
}

// tree reads the site that the new file is for. Faults of the content do not
// matter here: what can be read is enough.
func (m *maker) tree() (*os.Root, *source.Tree, error) {
	root, err := openSite(m.c.String("C"), false, m.stdout, m.lang)
	if err != nil {
		return nil, nil, err
	}
	content, err := root.OpenRoot(source.Dir)
	if err != nil {
		return nil, nil, errors.Join(wrong(m.lang, "new-no-site", "Why", diag.Cause(err)), root.Close())
	}
	defer content.Close()
	tree, _, err := source.Load(m.ctx, content.FS(), 1)
	if err != nil {
		return nil, nil, errors.Join(m.failed(err), root.Close())
	}
	return root, tree, nil
}

// in opens the edition that the new file is for: the flag's, or the newest.
func (m *maker) in() (*os.Root, *source.Tree, *source.Edition, int, error) {
	root, tree, err := m.tree()
	if err != nil {
		return nil, nil, nil, 0, err
	}
	want := int(m.c.Int("year"))
	for n := len(tree.Editions) - 1; n >= 0; n-- {
		e := tree.Editions[n]
		year, err := strconv.Atoi(e.Dir)
		if err == nil && (want == 0 || want == year) {
			return root, tree, e, year, nil
		}
	}
	return nil, nil, nil, 0, errors.Join(wrong(m.lang, "new-no-edition"), root.Close())
}

func (m *maker) edition() error {
	year, err := strconv.Atoi(m.name)
	if err != nil || year < firstYear || year > lastYear || strconv.Itoa(year) != m.name {
		return wrong(m.lang, "new-no-year", "Value", shown(m.name))
	}
	root, tree, err := m.tree()
	if err != nil {
		return err
	}
	defer root.Close()
	before := scaffold.Previous{Year: year - 1}
	dir := strconv.Itoa(year - 1)
	for _, e := range tree.Editions {
		if e.Dir != dir {
			continue
		}
		if e.Report != nil {
			before.Place, before.Issuer = e.Report.Place, e.Report.Issuer
		}
		for _, s := range e.Sections {
			before.Sections = append(before.Sections, scaffold.Heading{
				ID: s.ID, Title: s.Front.Title, Parent: s.Front.Parent, Number: numberOf(s.File), Subheadings: subheadings(s),
			})
		}
	}
	if len(before.Sections) == 0 {
		return wrong(m.lang, "new-none-before", "Year", dir)
	}
	fresh := scaffold.Edition(year, before)
	added := []save.File{scaffold.ReportSource(year, before)}
	for _, i := range tree.Indicators {
		t, ok := i.Target[dir]
		if !ok {
			continue
		}
		section := strings.Replace(i.Section, dir+"/", m.name+"/", 1)
		added = append(added, scaffold.NextTarget(year, scaffold.Target{File: i.File, Op: t.Op, AsWritten: t.AsWritten, Section: section}))
	}
	// An edition without its source and targets does not build: all of it, or nothing.
	var changes []save.Change
	for _, f := range fresh {
		changes = append(changes, save.Change{File: f})
	}
	for _, f := range added {
		c, err := save.Appended(root, f)
		if err != nil {
			return m.failed(err)
		}
		changes = append(changes, c)
	}
	if err := save.All(root, changes); err != nil {
		return m.failed(err)
	}
	m.wrote(m.c.String("C"), fresh)
	for _, f := range added {
		fmt.Fprintln(m.stdout, message.Say(m.lang, "added", "File", f.Path))
	}
	fmt.Fprintln(m.stdout, message.Say(m.lang, "edition-next", "Year", m.name, "Folder", filepath.ToSlash(m.c.String("C"))))
	return nil
}

// subheadings are the headings of a section, for the next edition.
func subheadings(s *source.Section) []scaffold.Subheading {
	var list []scaffold.Subheading
	for _, h := range s.Body.Headings {
		list = append(list, scaffold.Subheading{Level: max(h.Level, 2), ID: h.ID, Text: h.Text})
	}
	return list
}

func (m *maker) section() error {
	root, _, e, year, err := m.in()
	if err != nil {
		return err
	}
	defer root.Close()
	last := 0
	for _, s := range e.Sections {
		last = max(last, numberOf(s.File))
		if s.ID == m.name {
			return wrong(m.lang, "new-failed", "Name", s.File, "Why", save.ErrExists)
		}
	}
	f, err := scaffold.Section(m.name, m.or("title", m.name), year, last+1)
	if err != nil {
		return m.failed(err)
	}
	return m.write(root, m.c.String("C"), []save.File{f})
}

func (m *maker) indicator() error {
	root, _, e, year, err := m.in()
	if err != nil {
		return err
	}
	defer root.Close()
	section := m.c.String("section")
	if section == "" && len(e.Sections) > 0 {
		section = e.Sections[0].ID
	}
	if !strings.Contains(section, "/") {
		section = e.Dir + "/" + section
	}
	f, err := scaffold.Indicator(m.name, section, year)
	if err != nil {
		return m.failed(err)
	}
	list := []save.File{f}
	if m.c.Bool("workbook") {
		if list, err = scaffold.WithWorkbook(f, m.name, year, m.lang); err != nil {
			return err
		}
	}
	return m.write(root, m.c.String("C"), list)
}

func (m *maker) commitment() error {
	root, _, e, year, err := m.in()
	if err != nil {
		return err
	}
	defer root.Close()
	if e.Commitments != nil && slices.Contains(e.Commitments.Doc.Keys(), m.name) {
		return wrong(m.lang, "new-failed", "Name", m.name+" ("+e.Commitments.File+")", "Why", save.ErrExists)
	}
	section := m.c.String("section")
	if section == "" && len(e.Sections) > 0 {
		section = e.Sections[0].ID
	}
	f, err := scaffold.Commitment(m.name, m.or("title", m.name), section, year)
	if err != nil {
		return m.failed(err)
	}
	if err := save.Append(root, f); err != nil {
		return m.failed(err)
	}
	fmt.Fprintln(m.stdout, message.Say(m.lang, "added", "File", f.Path))
	return nil
}

// ci writes the recipe of a pipeline. The site need not be there yet.
func (m *maker) ci() error {
	f, err := scaffold.Pipeline(m.name)
	if err != nil {
		return wrong(m.lang, "new-no-host", "Name", shown(m.name), "Known", strings.Join(scaffold.Hosts(), ", "))
	}
	root, err := os.OpenRoot(m.c.String("C"))
	if err != nil {
		return m.failed(err)
	}
	defer root.Close()
	if err := m.write(root, m.c.String("C"), []save.File{f}); err != nil {
		return err
	}
	if m.name == "shell" {
		return root.Chmod(f.Path, 0o755)
	}
	return nil
}

func (m *maker) write(root *os.Root, dir string, list []save.File) error {
	if err := save.Files(root, list); err != nil {
		return m.failed(err)
	}
	m.wrote(dir, list)
	return nil
}

// wrote tells which new files are in a folder.
func (m *maker) wrote(dir string, list []save.File) {
	for _, f := range list {
		fmt.Fprintln(m.stdout, message.Say(m.lang, "wrote", "File", filepath.ToSlash(filepath.Join(dir, f.Path))))
	}
}

// numberOf is the number before a section's name; 0 where there is none.
func numberOf(file string) int {
	number, _, _ := strings.Cut(path.Base(file), "-")
	n, err := strconv.Atoi(number)
	if err != nil {
		return 0
	}
	return n
}
