package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v3"

	"reportsite/generator/internal/build"
	"reportsite/generator/internal/config"
	"reportsite/generator/internal/deploy"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/manifest"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/publish"
)

// deployCommand brings a built site to where readers get it.
func deployCommand(stdout, stderr io.Writer, lang message.Lang) *cli.Command {
	flags := append(flagsOf(lang, "C", "out"),
		switchFlag(lang, "dry-run", "dry-run"),
		textFlag(lang, "lang", "lang"))
	return command(lang, "deploy", "deploy [-flags] <target>", flags, func(ctx context.Context, c *cli.Command) error {
		if c.NArg() != 1 {
			return wrong(lang, "deploy-what")
		}
		if err := checkFolder(c, "C", lang); err != nil {
			return err
		}
		d := &deployer{c: c, lang: lang, stdout: stdout, stderr: stderr, options: build.Options{Folder: c.String("C"), Out: c.String("out")}}
		return d.run(ctx)
	})
}

// deployer is one call of deploy.
type deployer struct {
	c              *cli.Command
	lang           message.Lang
	stdout, stderr io.Writer
	options        build.Options
}

func (d *deployer) run(ctx context.Context) error {
	name := d.c.Args().First()
	target, err := d.target(name)
	if err != nil {
		return err
	}
	site, err := deploy.Open(d.options.PublicDir())
	if err != nil {
		return d.unbuilt(err)
	}
	place, err := deploy.At(target, d.rules())
	if err != nil {
		return d.failed(name, err)
	}
	plan, err := place.Plan(ctx, site)
	if err != nil {
		return d.failed(name, err)
	}
	if d.c.Bool("dry-run") {
		return d.list(plan)
	}
	if plan.Nothing() {
		fmt.Fprintln(d.stderr, message.Say(d.lang, "deploy-none", "Target", name))
		return nil
	}
	if err := place.Deploy(ctx, site, plan, d.tell); err != nil {
		return d.failed(name, err)
	}
	if len(plan.Kept) > 0 {
		fmt.Fprintln(d.stderr, message.Say(d.lang, "deploy-kept", "Files", build.Listed(plan.Kept)))
	}
	fmt.Fprintln(d.stderr, d.summary(plan, "deployed", "Target", name))
	return nil
}

// target is what a name of config.toml stands for; an address stands for itself. A folder
// of config.toml lies in the site's folder.
func (d *deployer) target(name string) (string, error) {
	if deploy.IsAddress(name) {
		return name, nil
	}
	known := map[string]string{}
	if cfg, _ := config.Load(os.DirFS(d.options.Folder)); cfg != nil {
		known = cfg.Deploy
	}
	to, ok := known[name]
	switch {
	case !ok && len(known) == 0:
		return "", wrong(d.lang, "deploy-no-targets", "Name", shown(name))
	case !ok:
		return "", wrong(d.lang, "deploy-no-target", "Name", shown(name), "Known", strings.Join(slices.Sorted(maps.Keys(known)), ", "))
	case !strings.Contains(to, ":") && !filepath.IsAbs(to):
		to = filepath.Join(d.options.Folder, filepath.FromSlash(to))
	}
	return to, nil
}

// rules are those of a build, and that nothing is deployed to what is deployed.
func (d *deployer) rules() publish.Rules {
	r := d.options.PublishRules()
	r.Apart = append(r.Apart, publish.Place{Path: d.options.PublicDir(), Holds: "publish-holds-public", Within: "publish-in-public"})
	return r
}

// unbuilt says why there is nothing to deploy.
func (d *deployer) unbuilt(err error) error {
	public := filepath.ToSlash(d.options.PublicDir())
	if changed, ok := errors.AsType[*deploy.ChangedError](err); ok {
		var files []string
		for _, f := range changed.Findings {
			files = append(files, f.Path)
		}
		return wrong(d.lang, "deploy-changed", "Folder", public, "Files", build.Listed(files))
	}
	for _, cause := range []error{manifest.ErrForm, manifest.ErrSchema, os.ErrNotExist} {
		if errors.Is(err, cause) {
			return wrong(d.lang, "deploy-unbuilt", "Folder", public)
		}
	}
	return err
}

// failed says why nothing was deployed, or not all.
func (d *deployer) failed(name string, err error) error {
	name = shown(filepath.ToSlash(name))
	if foreign, ok := errors.AsType[*publish.ForeignError](err); ok {
		files := build.Listed(foreign.Files)
		switch foreign.Reason {
		case publish.ErrUnmarked:
			return wrong(d.lang, "deploy-unmarked", "Target", name, "Files", files)
		case publish.ErrInTheWay:
			return wrong(d.lang, "deploy-in-the-way", "Target", name, "Files", files)
		}
	}
	if _, ok := errors.AsType[*deploy.TargetError](err); ok {
		return wrong(d.lang, "deploy-target", "Target", name)
	}
	if fault, ok := errors.AsType[*publish.Error](err); ok {
		return wrong(d.lang, "deploy-failed", "Target", name, "Why", diag.Cause(fault.Err))
	}
	for cause, id := range map[error]message.ID{
		deploy.ErrNoRsync: "no-rsync", deploy.ErrNoSSH: "no-ssh", deploy.ErrNoLink: "deploy-no-link", deploy.ErrReleases: "deploy-releases",
		deploy.ErrMoved: "deploy-moved", deploy.ErrDiffers: "deploy-differs",
		deploy.ErrNoKeys: "deploy-no-keys", deploy.ErrKeys: "deploy-keys", deploy.ErrNoBucket: "deploy-no-bucket",
	} {
		if errors.Is(err, cause) {
			return wrong(d.lang, "deploy-failed", "Target", name, "Why", id)
		}
	}
	return err
}

func (d *deployer) tell(s deploy.Step) {
	switch s.Name {
	case deploy.Sending:
		fmt.Fprintln(d.stderr, message.Say(d.lang, "deploy-sending", "Files", message.Say(d.lang, "n-files", "N", s.Files)))
	case deploy.Removing:
		fmt.Fprintln(d.stderr, message.Say(d.lang, "deploy-removing", "Files", message.Say(d.lang, "n-files", "N", s.Files)))
	case deploy.Switching:
		fmt.Fprintln(d.stderr, message.Say(d.lang, "deploy-switching"))
	}
}

// list says what a deploy would do, a file a line.
func (d *deployer) list(p *deploy.Plan) error {
	for _, name := range p.Sends() {
		fmt.Fprintln(d.stdout, "+ "+name)
	}
	for _, name := range p.Remove {
		fmt.Fprintln(d.stdout, "- "+name)
	}
	for _, name := range p.Kept {
		fmt.Fprintln(d.stdout, "= "+name)
	}
	fmt.Fprintln(d.stderr, d.summary(p, "deploy-would"))
	return nil
}

func (d *deployer) summary(p *deploy.Plan, id string, args ...any) string {
	return message.Say(d.lang, id, append(args,
		"Sent", message.Say(d.lang, "n-files", "N", len(p.Sends())), "Size", sizeOf(p.Bytes), "Removed", message.Say(d.lang, "n-files", "N", len(p.Remove)))...)
}

// sizeOf writes a number of bytes for people.
func sizeOf(n int64) string {
	switch {
	case n < 1000:
		return fmt.Sprintf("%d B", n)
	case n < 1_000_000:
		return fmt.Sprintf("%.1f kB", float64(n)/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1_000_000)
}
