package deploy

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os/exec"
	"path"
	"slices"
	"strings"
)

// newServer reads ssh://user@host:22/path.
func newServer(u *url.URL) (*server, error) {
	p := path.Clean(u.Path)
	switch {
	case u.Host == "" || strings.HasPrefix(u.Hostname(), "-") || u.RawQuery != "" || u.Fragment != "",
		p == "/" || p == "." || strings.ContainsAny(p, "\x00\r\n"), strings.HasPrefix(u.User.Username(), "-"):
		return nil, &TargetError{Part: u.Redacted()}
	}
	if _, secret := u.User.Password(); secret {
		return nil, &TargetError{Part: u.Redacted()}
	}
	program, err := exec.LookPath("ssh")
	if err != nil {
		return nil, ErrNoSSH
	}
	command := []string{program}
	if u.Port() != "" {
		command = append(command, "-p", u.Port())
	}
	to := u.Hostname()
	if u.User.Username() != "" {
		to = u.User.Username() + "@" + to
	}
	return serverAt(append(command, "--", to), p), nil
}

func serverAt(ssh []string, p string) *server {
	rel := "." + path.Base(p) + ".releases"
	return &server{ssh: ssh, path: p, releases: path.Join(path.Dir(p), rel), rel: rel}
}

// run runs a script on the server with arguments $1, $2, … and an input.
func (s *server) run(ctx context.Context, script string, in io.Reader, args ...string) ([]byte, error) {
	var words []string
	for _, w := range append([]string{"sh", "-c", script, "sh"}, args...) {
		words = append(words, quote(w))
	}
	cmd := exec.CommandContext(ctx, s.ssh[0], append(slices.Clone(s.ssh[1:]), strings.Join(words, " "))...)
	cmd.Stdin = in
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	if err := cmd.Run(); err != nil {
		return out.Bytes(), fmt.Errorf("ssh: %w: %s", err, lastLine(said.String()))
	}
	return out.Bytes(), nil
}

// quote writes a word for a POSIX shell.
func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

// coded is the error that an exit status of a script stands for.
func coded(err error, status int, meaning error) error {
	if exit, ok := errors.AsType[*exec.ExitError](err); ok && exit.ExitCode() == status {
		return meaning
	}
	return err
}
