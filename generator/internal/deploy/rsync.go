package deploy

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"

	"reportsite/generator/internal/publish"
)

// rsync is a place that the program rsync knows: a module of a daemon, or a folder that
// is reached over ssh.
type rsync struct {
	program string
	to      string // as rsync writes it, with a slash at its end
}

// Errors of programs that are not there.
var (
	ErrNoRsync = errors.New("there is no rsync on this machine")
	ErrNoSSH   = errors.New("there is no ssh on this machine")
)

func newRsync(to string) (*rsync, error) {
	if strings.HasPrefix(to, "-") || to == "" {
		return nil, &TargetError{Part: "rsync:" + to}
	}
	program, err := exec.LookPath("rsync")
	if err != nil {
		return nil, ErrNoRsync
	}
	return &rsync{program, strings.TrimRight(to, "/") + "/"}, nil
}

// run runs rsync with names, one each, on its standard input.
func (r *rsync) run(ctx context.Context, names []string, args ...string) ([]byte, error) {
	// Names as they are, and no options of the person's own environment.
	cmd := exec.CommandContext(ctx, r.program, append([]string{"-8", "--protect-args"}, args...)...)
	cmd.Stdin = strings.NewReader(strings.Join(names, "\x00"))
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	if err := cmd.Run(); err != nil {
		if strings.Contains(said.String(), "No such file or directory") {
			err = errors.Join(fs.ErrNotExist, err)
		}
		return nil, fmt.Errorf("rsync: %w: %s", err, lastLine(said.String()))
	}
	return out.Bytes(), nil
}

// lastLine is the last line of what a program said that says why it failed.
func lastLine(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for n := len(lines) - 1; n > 0; n-- {
		if !strings.HasPrefix(lines[n], "rsync error") { // the lines before it have the cause
			return lines[n]
		}
	}
	return lines[0]
}

func (r *rsync) look(ctx context.Context) (t *there, err error) {
	empty, err := os.MkdirTemp("", "reportsite-deploy-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(empty)) }()
	t = &there{files: map[string]bool{}}
	out, err := r.run(ctx, nil, "-rln", "--out-format=%n", r.to, empty+"/")
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return t, nil // rsync makes the folder itself
		}
		return nil, err
	}
	for line := range strings.Lines(string(out)) {
		name, _, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " -> ") // of a link
		if name != "" && !strings.HasSuffix(name, "/") && name != "skipping non-regular file" {
			t.files[name] = true
		}
	}
	if !t.files[publish.Marker] {
		return t, nil
	}
	if _, err := r.run(ctx, nil, r.to+publish.Marker, empty+"/"); err != nil {
		return nil, err
	}
	t.mark, err = os.ReadFile(filepath.Join(empty, publish.Marker))
	return t, err
}

// changed has rsync compare contents, not times: those of a build say nothing.
func (r *rsync) changed(ctx context.Context, s *Site, _ *there) ([]string, error) {
	names := make([]string, len(s.Files))
	for n, f := range s.Files {
		names[n] = f.Path
	}
	out, err := r.run(ctx, names, "-cn", "--out-format=%n", "--from0", "--files-from=-", s.Dir+"/", r.to)
	if err != nil && errors.Is(err, fs.ErrNotExist) {
		return names, nil
	}
	if err != nil {
		return nil, err
	}
	var list []string
	for line := range strings.Lines(string(out)) {
		if name := strings.TrimSuffix(line, "\n"); s.paths[name].Path != "" {
			list = append(list, name)
		}
	}
	return list, nil
}

// send has rsync write each file beside its place and rename it: no file is ever half
// there.
func (r *rsync) send(ctx context.Context, _ *Site, dir string, names []string) error {
	_, err := r.run(ctx, names, "-c", "--perms", "--chmod=D755,F644", "--from0", "--files-from=-", dir+"/", r.to)
	return err
}

// remove names what is to go: a file that is named and missing here, in a folder that is
// here, rsync removes at the place. Folders stay there, empty.
func (r *rsync) remove(ctx context.Context, names []string) (err error) {
	empty, err := os.MkdirTemp("", "reportsite-deploy-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(empty)) }()
	for _, name := range names {
		if err := os.MkdirAll(filepath.Join(empty, filepath.FromSlash(path.Dir(name))), 0o755); err != nil {
			return err
		}
	}
	_, err = r.run(ctx, names, "-r", "--delete-missing-args", "--from0", "--files-from=-", empty+"/", r.to)
	return err
}
