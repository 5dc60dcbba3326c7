package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v3"

	"reportsite/generator/internal/build"
	"reportsite/generator/internal/config"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/draft"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/save"
	"reportsite/generator/internal/serve"
	"reportsite/generator/internal/source"
)

// serveCommand shows the site while it is being written.
func serveCommand(stderr io.Writer, lang message.Lang) *cli.Command {
	flags := append(flagsOf(lang, "C", "templates", "as-of", "drafts", "jobs", "lang"),
		&cli.StringFlag{Name: "addr", Value: "127.0.0.1:8080", Usage: message.Say(lang, "flag-addr")},
		switchFlag(lang, "open", "open"))
	return command(lang, "serve", "serve [-flags]", flags, func(ctx context.Context, c *cli.Command) error {
		o, err := optionsOf(c, stderr, lang)
		if err != nil {
			return err
		}
		addr := c.String("addr")
		if !goodAddr(addr) {
			return wrong(lang, "bad-addr", "Value", shown(addr))
		}
		return o.serve(ctx, addr, c.Bool("open"))
	})
}

// goodAddr reports whether an address is a host and the number of a port.
func goodAddr(addr string) bool {
	host, port, err := net.SplitHostPort(addr)
	n, noNumber := strconv.ParseUint(port, 10, 16)
	return err == nil && noNumber == nil && strconv.FormatUint(n, 10) == port && !strings.ContainsAny(host, " /")
}

// serve runs until the editor stops it.
func (o *options) serve(ctx context.Context, addr string, open bool) error {
	o.Notice = (&progress{w: o.stderr, lang: o.lang}).installing
	o.Again = true
	b := &build.Builder{Options: o.Options}
	roots := []string{filepath.Join(o.Folder, config.File), filepath.Join(o.Folder, source.Dir), filepath.Join(o.Folder, save.Journal)}
	if !o.UsesBundle() {
		roots = append(roots, o.TemplatesDir())
	}
	err := serve.Run(ctx, serve.Options{
		Addr:  addr,
		Roots: roots,
		Build: func(ctx context.Context, changed []string) (serve.Site, error) { return o.rebuild(ctx, b, changed) },
		Ready: func(url string) {
			fmt.Fprintln(o.stderr, message.Say(o.lang, "serving", "URL", url))
			if open {
				openBrowser(url)
			}
		},
		Built: o.tellBuilt,
	})
	if id := diag.AddrFault(err); id != "" {
		return wrong(o.lang, id, "Addr", addr)
	}
	return err
}

// rebuild reads the site again and reports what is wrong with it.
func (o *options) rebuild(ctx context.Context, b *build.Builder, changed []string) (serve.Site, error) {
	site, diags, err := b.Site(ctx, changed...)
	if err != nil {
		return serve.Site{}, err
	}
	diags = diag.Sort(diags)
	shown := serve.Site{Faults: o.faults(diags)}
	if site != nil {
		shown.File = func(path string) ([]byte, bool, []serve.Fault, error) {
			if path == draft.ReviewPage { // beside the site, for the editor alone
				if data, err := os.ReadFile(filepath.Join(o.Folder, path)); err == nil {
					return data, true, nil, nil
				}
			}
			data, ok, faults, err := site.Make(path)
			return data, ok, o.faults(faults), err
		}
	}
	return shown, o.print(diags)
}

// mostOnPage is how many diagnostics the page shows at most; the terminal has all.
const mostOnPage = 200

// faults are diagnostics as the page shows them.
func (o *options) faults(diags []diag.Diagnostic) []serve.Fault {
	var list []serve.Fault
	lines := diag.NewLines(os.DirFS(o.Folder))
	for n, d := range diags {
		if n == mostOnPage {
			list = append(list, serve.Fault{Level: diag.Warning.String(), Message: message.Say(o.lang, "n-more", "N", len(diags)-n)})
			break
		}
		line, _, _ := lines.Excerpt(d)
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
		fmt.Fprintln(o.stderr, message.Say(o.lang, "still-faults", "Milliseconds", ms))
	default:
		fmt.Fprintln(o.stderr, message.Say(o.lang, "ready", "Milliseconds", ms))
	}
}
