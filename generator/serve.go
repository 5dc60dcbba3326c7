package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/urfave/cli/v3"

	"reportsite/generator/internal/config"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/serve"
	"reportsite/generator/internal/source"
)

// serveCommand shows the site while it is being written.
func serveCommand(stderr io.Writer) *cli.Command {
	return &cli.Command{
		Name:      "serve",
		Usage:     "show the site while you write, and reload it when a file is saved / 边写边看",
		UsageText: "go run ./generator serve [flags]",
		Description: "Serves the site on this machine alone and rebuilds it when a file of content/, templates/ or\n" +
			"config.toml is saved. Faults show in the page, over the last good one. public/ is not touched.\n\n" +
			"只在本机打开网站；保存 content/、templates/ 或 config.toml 里的文件后自动刷新。\n" +
			"有错时在页面上提示，仍显示上一次正确的内容；不改动 public/。",
		Flags: append(flagsOf("C", "templates", "as-of", "jobs", "lang"),
			&cli.StringFlag{Name: "addr", Value: "127.0.0.1:8080", Usage: "`host:port` to serve on; another host than this machine only if you ask for it / 监听地址"}),
		Action: func(ctx context.Context, c *cli.Command) error {
			o, err := optionsOf(c, stderr)
			if err != nil {
				return err
			}
			return o.serve(ctx, c.String("addr"))
		},
	}
}

// serve runs until the editor stops it.
func (o *options) serve(ctx context.Context, addr string) error {
	w := &workshop{o: o}
	defer w.close()
	return serve.Run(ctx, serve.Options{
		Addr: addr,
		Roots: []string{
			filepath.Join(o.site, config.File), filepath.Join(o.site, source.Dir), o.templatesDir(),
		},
		Build: w.build,
		Ready: func(url string) {
			fmt.Fprintf(o.stderr, say(o.lang, "open %s (stop with Ctrl+C)\n", "请打开 %s（按 Ctrl+C 结束）\n"), url)
		},
		Built: o.tellBuilt,
	})
}

// faults are diagnostics as the page shows them.
func (o *options) faults(diags []diag.Diagnostic) []serve.Fault {
	var list []serve.Fault
	lines := diag.NewLines(os.DirFS(o.site))
	for n, d := range diags {
		if n == maxShown {
			break
		}
		line, _ := lines.Line(d.Pos)
		list = append(list, serve.Fault{
			Place:   d.Pos.String(),
			Level:   d.Severity().String(),
			Message: "[" + d.Rule.Code + "] " + d.Message(o.lang),
			Line:    line,
			Hint:    d.Hint(o.lang),
		})
	}
	return list
}

func (o *options) tellBuilt(site serve.Site, took time.Duration, err error) {
	ms := took.Milliseconds()
	switch {
	case err != nil:
		fmt.Fprintf(o.stderr, "generator: %v\n", err)
	case site.File == nil:
		fmt.Fprintf(o.stderr, say(o.lang, "faults: the last good site stays (%d ms)\n", "有错：继续显示上一次正确的内容（%d 毫秒）\n"), ms)
	default:
		fmt.Fprintf(o.stderr, say(o.lang, "ready in %d ms\n", "已更新（%d 毫秒）\n"), ms)
	}
}
