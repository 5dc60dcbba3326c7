package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v3"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/scaffold"
	"reportsite/generator/internal/source"
)

// newCommand writes the first lines of new files.
func newCommand(stdout io.Writer) *cli.Command {
	flags := func(more ...cli.Flag) []cli.Flag {
		return append(more,
			&cli.StringFlag{Name: "C", Value: ".", Usage: "the site's `folder` / 站点文件夹"},
			&cli.StringFlag{Name: "lang", Usage: "language of the messages, `zh or en` / 消息语言"},
		)
	}
	title := &cli.StringFlag{Name: "title", Usage: "its `title` / 标题"}
	year := &cli.IntFlag{Name: "year", Usage: "the edition's `year` (default: the newest) / 年份"}
	section := &cli.StringFlag{Name: "section", Usage: "the `section` that states it, such as goals#growth / 所在的节"}
	kind := func(name, args, usage string, act func(*maker) error, more ...cli.Flag) *cli.Command {
		return &cli.Command{
			Name: name, Usage: usage, UsageText: "go run ./generator new " + name + " [flags] " + args, Flags: flags(more...),
			Action: func(ctx context.Context, c *cli.Command) error {
				m, err := newMaker(ctx, c, stdout, args)
				if err != nil {
					return err
				}
				return act(m)
			},
		}
	}
	return &cli.Command{
		Name:      "new",
		Usage:     "write a new site, edition, section, indicator or commitment / 新建站点、年度、章节、指标或事项",
		UsageText: "go run ./generator new site|edition|section|indicator|commitment [flags] name",
		Description: "Every field of the new file is explained in it. A file that exists is never written over.\n" +
			"新文件里每一项都有说明；已有的文件不会被覆盖。",
		Commands: []*cli.Command{
			kind("site", "<folder>", "a complete small site that builds / 可直接生成的小站点", (*maker).site,
				title, &cli.StringFlag{Name: "place", Usage: "the `place` that reports / 地方"}, year),
			kind("edition", "<year>", "the next year's report, with last year's sections / 新一年的报告", (*maker).edition),
			kind("section", "<id>", "a section of the report / 报告的一节", (*maker).section, title, year),
			kind("indicator", "<id>", "an indicator with its target / 指标与目标", (*maker).indicator, section, year),
			kind("commitment", "<id>", "a promise without a number / 没有数字的事项", (*maker).commitment, title, section, year),
		},
		Action: func(_ context.Context, c *cli.Command) error {
			return fmt.Errorf("new: say what: site, edition, section, indicator or commitment (see go run ./generator new -h)")
		},
	}
}

// maker writes new files into a site.
type maker struct {
	ctx    context.Context
	c      *cli.Command
	name   string // the argument
	lang   diag.Lang
	stdout io.Writer
}

func newMaker(ctx context.Context, c *cli.Command, stdout io.Writer, args string) (*maker, error) {
	if c.NArg() != 1 {
		return nil, fmt.Errorf("new %s: give %s and nothing else (flags stand before it)", c.Name, args)
	}
	lang, err := langOf(c.String("lang"))
	return &maker{ctx: ctx, c: c, name: c.Args().First(), lang: lang, stdout: stdout}, err
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
		return fmt.Errorf("new site: %w", err)
	}
	root, err := os.OpenRoot(m.name)
	if err != nil {
		return fmt.Errorf("new site: %w", err)
	}
	defer root.Close()
	year := int(m.c.Int("year"))
	if year == 0 {
		year = time.Now().Year() // what is written says it; nothing that is built depends on the clock
	}
	place := m.or("place", say(m.lang, "Example County", "示例县"))
	list := scaffold.Site(m.or("title", place+say(m.lang, " work report", "工作报告")), place, year)
	if err := m.write(root, m.name, list); err != nil {
		return err
	}
	fmt.Fprintf(m.stdout, say(m.lang, "build it: go run ./generator -C %s\n", "生成网站：go run ./generator -C %s\n"), m.name)
	return nil
}

// tree reads the site that the new file is for. Faults of the content do not
// matter here: what can be read is enough.
func (m *maker) tree() (*os.Root, *source.Tree, error) {
	root, err := os.OpenRoot(m.c.String("C"))
	if err != nil {
		return nil, nil, fmt.Errorf("new: %w", err)
	}
	content, err := root.OpenRoot(source.Dir)
	if err != nil {
		return nil, nil, errors.Join(fmt.Errorf("new: this is no site's folder: %w", err), root.Close())
	}
	defer content.Close()
	tree, _, err := source.Load(m.ctx, content.FS(), 1)
	if err != nil {
		return nil, nil, errors.Join(fmt.Errorf("new: %w", err), root.Close())
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
	return nil, nil, nil, 0, errors.Join(fmt.Errorf("new: there is no such edition: make it with go run ./generator new edition <year>"), root.Close())
}

func (m *maker) edition() error {
	year, err := strconv.Atoi(m.name)
	if err != nil || len(m.name) != 4 {
		return fmt.Errorf("new edition: %q is no year", m.name)
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
				ID: s.ID, Title: s.Front.Title, Parent: s.Front.Parent, Number: numberOf(s.File),
			})
		}
	}
	if len(before.Sections) == 0 {
		return fmt.Errorf("new edition: there is no edition %s whose sections could be taken over", dir)
	}
	if err := m.write(root, m.c.String("C"), scaffold.Edition(year, before)); err != nil {
		return err
	}
	added := []scaffold.File{scaffold.ReportSource(year, before)}
	for _, i := range tree.Indicators {
		t, ok := i.Target[dir]
		if !ok {
			continue
		}
		section := strings.Replace(i.Section, dir+"/", m.name+"/", 1)
		added = append(added, scaffold.NextTarget(year, scaffold.Target{File: i.File, Op: t.Op, AsWritten: t.AsWritten, Section: section}))
	}
	for _, f := range added {
		if err := scaffold.Append(root, f); err != nil {
			return fmt.Errorf("new edition: %w", err)
		}
		fmt.Fprintf(m.stdout, say(m.lang, "added to %s\n", "已补充 %s\n"), f.Path)
	}
	return nil
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
			return fmt.Errorf("new section: %s: %w", s.File, scaffold.ErrExists)
		}
	}
	f, err := scaffold.Section(m.name, m.or("title", m.name), year, last+1)
	if err != nil {
		return fmt.Errorf("new: %w", err)
	}
	return m.write(root, m.c.String("C"), []scaffold.File{f})
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
		return fmt.Errorf("new: %w", err)
	}
	return m.write(root, m.c.String("C"), []scaffold.File{f})
}

func (m *maker) commitment() error {
	root, _, e, year, err := m.in()
	if err != nil {
		return err
	}
	defer root.Close()
	if e.Commitments != nil && slices.Contains(e.Commitments.Doc.Keys(), m.name) {
		return fmt.Errorf("new commitment: %s in %s: %w", m.name, e.Commitments.File, scaffold.ErrExists)
	}
	section := m.c.String("section")
	if section == "" && len(e.Sections) > 0 {
		section = e.Sections[0].ID
	}
	f, err := scaffold.Commitment(m.name, m.or("title", m.name), section, year)
	if err != nil {
		return fmt.Errorf("new: %w", err)
	}
	if err := scaffold.Append(root, f); err != nil {
		return fmt.Errorf("new: %w", err)
	}
	fmt.Fprintf(m.stdout, say(m.lang, "added to %s\n", "已补充 %s\n"), f.Path)
	return nil
}

func (m *maker) write(root *os.Root, dir string, list []scaffold.File) error {
	if err := scaffold.Write(root, list); err != nil {
		return fmt.Errorf("new: %w", err)
	}
	for _, f := range list {
		fmt.Fprintf(m.stdout, say(m.lang, "wrote %s\n", "已新建 %s\n"), filepath.ToSlash(filepath.Join(dir, f.Path)))
	}
	return nil
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
