package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"

	"github.com/urfave/cli/v3"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
)

// buildFlags are the flags of `build`, which the command without a name has
// too.
func buildFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "C", Value: ".", Usage: "the site's `folder`, with config.toml and content/ / 站点文件夹"},
		&cli.StringFlag{Name: "templates", Usage: "the theme's `folder` (default: templates in the site's folder, else in this one) / 模板文件夹"},
		&cli.StringFlag{Name: "out", Usage: "the `folder` to publish to (default: public in the site's folder) / 输出文件夹"},
		&cli.StringFlag{Name: "as-of", Usage: "judge as of this `date`, YYYY-MM-DD (default: as_of of config.toml, else the newest release date) / 判定所依据的日期"},
		&cli.BoolFlag{Name: "strict", Usage: "refuse warnings, and charts drawn without ECharts / 有提醒也不发布"},
		&cli.IntFlag{Name: "jobs", Value: runtime.GOMAXPROCS(0), Usage: "do `n` things at once; the result is the same / 并行数，不影响结果"},
		&cli.BoolFlag{Name: "coverage", Usage: "list the figures of the prose that no indicator stands behind / 列出正文中未与数据绑定的数字"},
		&cli.StringFlag{Name: "format", Value: "text", Usage: "print faults as `text, json or github` (annotations) / 错误的输出格式"},
		&cli.StringFlag{Name: "lang", Usage: "language of the messages, `zh or en` (default: the system's, else zh) / 消息语言"},
	}
}

// flagsOf are the flags of build with these names, in this order.
func flagsOf(names ...string) []cli.Flag {
	var list []cli.Flag
	for _, name := range names {
		for _, f := range buildFlags() {
			if f.Names()[0] == name {
				list = append(list, f)
			}
		}
	}
	return list
}

func buildCommand(stderr io.Writer) *cli.Command {
	return &cli.Command{
		Name:      "build",
		Usage:     "build the site into public/ (the default) / 生成网站到 public/",
		UsageText: "go run ./generator [build] [flags]",
		Description: "Reads config.toml, content/ and templates/ and writes the whole site to public/,\n" +
			"all or nothing: a fault leaves the last good site as it is.\n" +
			"Exit status: 0 built; 1 the content has faults; 2 wrong use, or the machine failed.\n\n" +
			"读取 config.toml、content/ 与 templates/，生成整个网站到 public/。\n" +
			"要么全部更新，要么原样保留：内容有错时，上一次的网站不动。\n" +
			"退出码：0 成功；1 内容有错；2 用法有误或系统出错。",
		Flags: buildFlags(),
		Action: func(ctx context.Context, c *cli.Command) error {
			o, err := optionsOf(c, stderr)
			if err != nil {
				return err
			}
			return o.run(ctx)
		},
	}
}

// options are what the flags say.
type options struct {
	site      string // the site's folder
	templates string // "" looks for it
	out       string // "" is public in the site's folder
	asOf      model.Date
	strict    bool
	coverage  bool
	format    string // of the diagnostics: text, json or github
	jobs      int
	lang      diag.Lang
	findings  io.Writer // where diagnostics go
	stderr    io.Writer
	terminal  bool // progress may be drawn
}

func optionsOf(c *cli.Command, stderr io.Writer) (*options, error) {
	o := &options{
		site:      c.String("C"),
		templates: c.String("templates"),
		out:       c.String("out"),
		strict:    c.Bool("strict"),
		coverage:  c.Bool("coverage"),
		jobs:      c.Int("jobs"),
		findings:  stderr,
		stderr:    stderr,
		terminal:  isTerminal(stderr),
	}
	var faults []error
	if c.NArg() > 0 {
		faults = append(faults, fmt.Errorf("unknown command %q: see go run ./generator -h", c.Args().First()))
	}
	if s := c.String("as-of"); s != "" {
		d, err := model.ParseDate(s)
		if err != nil {
			faults = append(faults, fmt.Errorf("-as-of: %w", err))
		}
		o.asOf = d
	}
	if o.jobs < 1 {
		faults = append(faults, fmt.Errorf("-jobs: %d is less than 1", o.jobs))
	}
	switch f := c.String("format"); f {
	case "text", "json", "github":
		o.format = f
	default:
		faults = append(faults, fmt.Errorf("-format: %q is neither text, json nor github", f))
	}
	var err error
	if o.lang, err = langOf(c.String("lang")); err != nil {
		faults = append(faults, err)
	}
	return o, errors.Join(faults...)
}

// langOf is the language of the messages by the flag, or by the system.
func langOf(flag string) (diag.Lang, error) {
	switch flag {
	case "zh", "en":
		return diag.Lang(flag), nil
	case "":
		return systemLang(os.Getenv), nil
	}
	return "", fmt.Errorf("-lang: %q is neither zh nor en", flag)
}

// systemLang is the language of the messages by the locale. Editors of work
// reports read Chinese, so only a locale of another language changes that. It
// concerns messages only: nothing that is built depends on it.
func systemLang(getenv func(string) string) diag.Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		locale := getenv(name)
		switch {
		case locale == "":
		case locale == "C", locale == "POSIX", strings.HasPrefix(locale, "C."), strings.HasPrefix(locale, "zh"):
			return diag.Chinese
		default:
			return diag.English
		}
	}
	return diag.Chinese
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("CI") != "" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
