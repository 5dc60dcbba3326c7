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

	"reportsite/generator/internal/config"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/serve"
	"reportsite/generator/internal/source"
)

// serveCommand shows the site while it is being written.
func serveCommand(stderr io.Writer, lang message.Lang) *cli.Command {
	return &cli.Command{
		Name:        "serve",
		Usage:       message.Say(lang, "serve"),
		UsageText:   "go run ./generator serve [-flags]",
		Description: message.Say(lang, "serve-about"),
		Flags: append(flagsOf(lang, "C", "templates", "as-of", "jobs", "lang"),
			&cli.StringFlag{Name: "addr", Value: "127.0.0.1:8080", Usage: message.Say(lang, "flag-addr")}),
		Action: func(ctx context.Context, c *cli.Command) error {
			o, err := optionsOf(c, stderr, lang)
			if err != nil {
				return err
			}
			addr := c.String("addr")
			if !goodAddr(addr) {
				return wrong(lang, "bad-addr", "Value", shown(addr))
			}
			return o.serve(ctx, addr)
		},
	}
}

// goodAddr reports whether an address is a host and the number of a port.
func goodAddr(addr string) bool {
	host, port, err := net.SplitHostPort(addr)
	n, noNumber := strconv.ParseUint(port, 10, 16)
	return err == nil && noNumber == nil && strconv.FormatUint(n, 10) == port && !strings.ContainsAny(host, " /")
}

// serve runs until the editor stops it.
func (o *options) serve(ctx context.Context, addr string) error {
	w := &workshop{o: o}
	return serve.Run(ctx, serve.Options{
		Addr: addr,
		Roots: []string{
			filepath.Join(o.site, config.File), filepath.Join(o.site, source.Dir), o.templatesDir(),
		},
		Build: w.build,
		Ready: func(url string) {
			fmt.Fprintln(o.stderr, message.Say(o.lang, "serving", "URL", url))
		},
		Built: o.tellBuilt,
	})
}

// mostOnPage is how many diagnostics the page shows: the terminal has all.
const mostOnPage = 200

// faults are diagnostics as the page shows them.
func (o *options) faults(diags []diag.Diagnostic) []serve.Fault {
	var list []serve.Fault
	lines := diag.NewLines(os.DirFS(o.site))
	for n, d := range diags {
		if n == mostOnPage {
			list = append(list, serve.Fault{Level: diag.Warning.String(), Message: message.Say(o.lang, "n-more", "N", len(diags)-n)})
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
		fmt.Fprintln(o.stderr, message.Say(o.lang, "still-faults", "Milliseconds", ms))
	default:
		fmt.Fprintln(o.stderr, message.Say(o.lang, "ready", "Milliseconds", ms))
	}
}
