package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/urfave/cli/v3"

	"reportsite/generator/internal/build"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/manifest"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/signature"
	"reportsite/generator/internal/verify"
)

// verifyCommand compares a folder or a web site with the manifest of a build.
func verifyCommand(stdout, stderr io.Writer, lang message.Lang) *cli.Command {
	flags := append(flagsOf(lang, "C", "out"),
		textFlag(lang, "manifest", "manifest"),
		textFlag(lang, "key", "key"),
		textFlag(lang, "ignore", "ignore"),
		switchFlag(lang, "strict", "verify-strict"),
		&cli.StringFlag{Name: "format", Value: "text", Usage: message.Say(lang, "flag-verify-format")},
		textFlag(lang, "lang", "lang"))
	return command(lang, "verify", "verify [-flags] [<folder>|<address>]", flags, func(ctx context.Context, c *cli.Command) error {
		v, err := newVerifier(c, stdout, stderr, lang)
		if err != nil {
			return err
		}
		return v.run(ctx)
	})
}

// verifier is one call of verify.
type verifier struct {
	c              *cli.Command
	lang           message.Lang
	stdout, stderr io.Writer
	public         string         // the site's own folder
	target         string         // what is compared
	server         *verify.Server // of an address; nil: target is a folder
	ignore         func(string) bool
	keys           signature.Keys // nil: nobody asks for a signature
}

// answerLimit ends a request that gets no answer.
const answerLimit = time.Minute

// requests is how many requests to a server are under way at once.
const requests = 8

func newVerifier(c *cli.Command, stdout, stderr io.Writer, lang message.Lang) (*verifier, error) {
	o := build.Options{Folder: c.String("C"), Out: c.String("out")}
	v := &verifier{c: c, lang: lang, stdout: stdout, stderr: stderr, public: o.PublicDir(), target: cmp.Or(c.Args().First(), o.PublicDir())}
	if c.NArg() > 1 {
		return nil, wrong(lang, "verify-what")
	}
	if err := checkFolder(c, "C", lang); err != nil {
		return nil, err
	}
	if f := c.String("format"); f != "text" && f != "json" {
		return nil, wrong(lang, "bad-format", "Value", shown(f), "Known", "text, json")
	}
	var err error
	if v.ignore, err = verify.Ignore(strings.FieldsFunc(c.String("ignore"), func(r rune) bool { return r == ',' })); err != nil {
		return nil, wrong(lang, "bad-pattern", "Value", shown(c.String("ignore")))
	}
	if v.server, err = v.serverAt(v.target); err != nil {
		return nil, err
	}
	if file := c.String("key"); file != "" {
		data, err := os.ReadFile(file)
		if err == nil {
			v.keys, err = signature.ParseKeys(data)
		}
		if err != nil {
			return nil, v.unread(file, err)
		}
	}
	return v, nil
}

// serverAt is the server of an address; nil for the name of a folder or file.
func (v *verifier) serverAt(name string) (*verify.Server, error) {
	if !strings.Contains(name, "://") {
		return nil, nil
	}
	base, err := verify.Address(name)
	if err != nil {
		return nil, wrong(v.lang, "bad-address", "Value", shown(name))
	}
	return &verify.Server{Base: base, Client: &http.Client{Timeout: answerLimit}, Jobs: requests}, nil
}

func (v *verifier) unread(name string, err error) error {
	return wrong(v.lang, "verify-unread", "Name", shown(filepath.ToSlash(name)), "Why", reason(err))
}

// reason is why a key, a signature or a manifest is of no use, in words for people.
func reason(err error) error {
	for cause, id := range map[error]message.ID{
		signature.ErrLocked: "key-locked", signature.ErrKind: "key-kind", signature.ErrNoKey: "key-none",
		signature.ErrNotSame: "signature-other", signature.ErrForm: "signature-form",
		manifest.ErrForm: "manifest-form", manifest.ErrSchema: "manifest-newer",
	} {
		if errors.Is(err, cause) {
			return id
		}
	}
	return diag.Cause(err)
}

func (v *verifier) run(ctx context.Context) error {
	m, text, signed, err := v.manifest(ctx)
	if err != nil {
		return err
	}
	more := []manifest.File{manifest.FileOf(manifest.Name, text)}
	if signed != nil {
		more = append(more, manifest.FileOf(manifest.Signature, signed))
	}
	var list []verify.Finding
	if v.server != nil {
		list, err = v.server.Compare(ctx, m, more...)
	} else {
		list, err = verify.Folder(os.DirFS(v.target), append(m.Files, more...), v.ignore)
	}
	if err != nil {
		return err
	}
	if err := v.print(m, list); err != nil {
		return err
	}
	if verify.Differs(list) || v.c.Bool("strict") && len(list) > 0 {
		return errFaults
	}
	return nil
}

// manifest reads the manifest that is trusted, and its signature where there is one: the one that is named, that of the folder, or for an address that of the site's own
// folder. Only where there is none, the address's own has to do.
func (v *verifier) manifest(ctx context.Context) (m *manifest.Manifest, text, signed []byte, err error) {
	from := v.c.String("manifest")
	own := filepath.Join(v.public, manifest.Name)
	switch {
	case from != "":
	case v.server == nil:
		from = filepath.Join(v.target, manifest.Name)
	default:
		if _, err := os.Stat(own); err == nil {
			from = own
			break
		}
		from = v.server.Base.JoinPath(manifest.Name).String()
		if v.keys == nil {
			fmt.Fprintln(v.stderr, message.Say(v.lang, "verify-own", "Address", from))
		}
	}
	if text, err = v.read(ctx, from); err == nil {
		m, err = manifest.Read(text)
	}
	if err != nil {
		return nil, nil, nil, v.unread(from, err)
	}
	signed, err = v.read(ctx, from+".sig")
	if v.keys == nil {
		return m, text, signed, nil // without a signature there is none to compare
	}
	if err == nil {
		err = v.keys.Check(text, signed)
	}
	if err != nil {
		return nil, nil, nil, v.unread(from+".sig", err)
	}
	return m, text, signed, nil
}

// read reads a file, or an address.
func (v *verifier) read(ctx context.Context, name string) ([]byte, error) {
	at := strings.LastIndex(name, "/") + 1
	if s, err := v.serverAt(name[:at]); err != nil || s != nil {
		if err != nil {
			return nil, err
		}
		return s.Fetch(ctx, name[at:], manifest.MaxSize)
	}
	return os.ReadFile(name)
}

func (v *verifier) print(m *manifest.Manifest, list []verify.Finding) error {
	if v.c.String("format") == "json" {
		e := json.NewEncoder(v.stdout)
		e.SetEscapeHTML(false)
		for _, f := range list {
			if err := e.Encode(f); err != nil {
				return fmt.Errorf("print what differs: %w", err)
			}
		}
		return nil
	}
	for _, f := range list {
		fmt.Fprintln(v.stdout, v.say(f))
	}
	where := filepath.ToSlash(v.target)
	files := message.Say(v.lang, "n-files", "N", len(m.Files)+1)
	if len(list) == 0 {
		fmt.Fprintln(v.stderr, message.Say(v.lang, "verify-same", "Where", where, "Files", files, "Data", m.Data, "Program", m.Program))
		return nil
	}
	fmt.Fprintln(v.stderr, message.Say(v.lang, "verify-differs", "Where", where, "N", len(list)))
	return nil
}

// say is a finding in a line.
func (v *verifier) say(f verify.Finding) string {
	switch f.Kind {
	case verify.Changed:
		return message.Say(v.lang, "verify-changed", "Path", f.Path, "Want", f.Want, "Got", f.Got)
	case verify.Missing:
		if f.Got != "" {
			return message.Say(v.lang, "verify-answer", "Path", f.Path, "Got", f.Got)
		}
		return message.Say(v.lang, "verify-missing", "Path", f.Path)
	case verify.Added:
		return message.Say(v.lang, "verify-added", "Path", f.Path)
	}
	got := message.Say(v.lang, "verify-not-sent")
	if f.Got != "" {
		got = f.Got
	}
	line := message.Say(v.lang, "verify-header", "Path", f.Path, "Name", f.Name, "Want", f.Want, "Got", got)
	if f.More > 0 {
		line += message.Say(v.lang, "verify-more", "N", f.More)
	}
	return line
}
