package deploy

import (
	"bufio"
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"reportsite/generator/internal/manifest"
	"reportsite/generator/internal/publish"
)

// server is a folder of a machine with a POSIX shell, reached by the program ssh, which
// knows the person's keys, hosts and ways.
//
// What the web server is given is a link: /srv/report -> .report.releases/<id>. Each
// deploy fills a folder beside the others, in which unchanged files are linked from the
// release before, has the server compare all of it with the hashes of the manifest, and
// only then changes the link, in one step. The last releases stay, for going back.
type server struct {
	ssh      []string // the program and its arguments up to the command
	path     string   // of the link
	releases string   // the folder beside it
	rel      string   // its name

	now    string          // the release that was there when look was called; "": none
	before []manifest.File // its files, as its manifest says
}

// keptReleases is how many releases stay on the server, with the one that is shown.
const keptReleases = 3

// Why a server is not deployed to.
var (
	ErrNoLink   = errors.New("at the place on the server is something that no deploy made")
	ErrReleases = errors.New("the folder of releases on the server is not a deploy's")
	ErrMoved    = errors.New("another deploy has changed the site meanwhile")
	ErrDiffers  = errors.New("what arrived on the server is not what was sent")
)

// isRelease reports whether a name is one that a deploy gives to a release.
func isRelease(name string) bool {
	id, _, _ := strings.Cut(name, "-")
	_, err := hex.DecodeString(id)
	return err == nil && len(id) == idLength && !strings.Contains(name, "/")
}

// idLength is how much of the manifest's hash names a release.
const idLength = 16

// idOf names the release of a site.
func idOf(s *Site) string {
	f := s.paths[manifest.Name]
	return f.SHA256[:idLength]
}

func (s *server) look(ctx context.Context) (*there, error) {
	out, err := s.run(ctx, lookScript, nil, s.path, s.releases, publish.Marker, manifest.Name)
	if err != nil {
		return nil, err
	}
	r := bufio.NewReader(bytes.NewReader(out))
	var lines [3]string
	for n := range lines {
		line, err := r.ReadString('\n')
		if err != nil {
			return nil, fmt.Errorf("ssh: the server says %q", out)
		}
		lines[n] = strings.TrimSuffix(line, "\n")
	}
	s.now, s.before = "", nil
	if lines[2] == "foreign" {
		return nil, ErrReleases
	}
	switch lines[0] {
	case "none", "empty":
		return &there{}, nil
	case "link":
		now, ok := strings.CutPrefix(lines[1], s.rel+"/")
		if ok && isRelease(now) {
			s.now = now
			return s.readRelease(r)
		}
	}
	return nil, ErrNoLink
}

// readRelease reads what lookScript says of a release.
func (s *server) readRelease(r *bufio.Reader) (*there, error) {
	var sizes [2]int
	if _, err := fmt.Fscanf(r, "%d\n%d\n", &sizes[0], &sizes[1]); err != nil {
		return nil, fmt.Errorf("ssh: read the release: %w", err)
	}
	rest, err := io.ReadAll(r)
	if err != nil || sizes[0] < 0 || sizes[1] < 0 || sizes[0] > len(rest) || sizes[1] > len(rest)-sizes[0] {
		return nil, fmt.Errorf("ssh: read the release: %w", io.ErrUnexpectedEOF)
	}
	mark, text, names := rest[:sizes[0]], rest[sizes[0]:][:sizes[1]], rest[sizes[0]+sizes[1]:]
	if m, err := manifest.Read(text); err == nil {
		s.before = append(m.Files, manifest.FileOf(manifest.Name, text))
	}
	t := &there{files: map[string]bool{}, mark: mark}
	for name := range strings.SplitSeq(string(names), "\x00") {
		if name = strings.TrimPrefix(name, "./"); name != "" {
			t.files[name] = true
		}
	}
	return t, nil
}

// changed goes by the manifest of the release before. Whether the files there are what
// it says, the server finds out before the link is changed.
func (s *server) changed(_ context.Context, site *Site, t *there) ([]string, error) {
	have := map[manifest.File]bool{}
	for _, f := range s.before {
		have[f] = t.files[f.Path]
	}
	var list []string
	for _, f := range site.Files {
		if !have[f] {
			list = append(list, f.Path)
		}
	}
	return list, nil
}

// Plan implements [Place].
func (s *server) Plan(ctx context.Context, site *Site) (*Plan, error) { return planOf(ctx, s, site) }

// Deploy implements [Place].
func (s *server) Deploy(ctx context.Context, site *Site, p *Plan, tell func(Step)) error {
	if p.Nothing() {
		return nil
	}
	id := idOf(site)
	changed := append(p.Sends(), publish.Marker)
	// What is linked from the release before may turn out to be something else there, if
	// somebody changed it: then it is sent, too.
	for try := 0; ; try++ {
		say(tell, Step{Sending, len(changed)})
		if err := s.fill(ctx, site, id, changed, p.Remove); err != nil {
			return err
		}
		bad, err := s.differ(ctx, site.Files, gatherScript, s.releases, id, s.now)
		if err != nil {
			return fmt.Errorf("deploy: put the site together: %w", err)
		}
		if len(bad) == 0 {
			break
		}
		if try > 0 {
			return fmt.Errorf("deploy: %w: %s", ErrDiffers, bad[0])
		}
		changed = slices.Compact(slices.Sorted(slices.Values(append(changed, bad...))))
	}
	say(tell, Step{Switching, 0})
	_, err := s.run(ctx, switchScript, nil, s.path, s.releases, s.rel, id, s.now, fmt.Sprint(keptReleases))
	if err != nil {
		return fmt.Errorf("deploy: change the link: %w", coded(err, 8, ErrMoved))
	}
	return nil
}

// fill sends what is not in the folder of arrivals yet, from this deploy or from one
// that was cut off, and the lists of what to do with it.
func (s *server) fill(ctx context.Context, site *Site, id string, changed, remove []string) error {
	in := path.Join(s.releases, "incoming", id)
	var want []manifest.File
	for _, name := range changed {
		if f, ok := site.paths[name]; ok {
			want = append(want, f)
		}
	}
	missing, err := s.differ(ctx, want, beginScript, s.releases, id)
	if err != nil {
		return fmt.Errorf("deploy: begin: %w", coded(err, 9, ErrReleases))
	}
	// As it is packed, not before: the connection ends the work when it is cut off.
	r, w := io.Pipe()
	go func() {
		w.CloseWithError(pack(w, site, missing, map[string][]string{
			"remove": remove, "changed": changed, "folders": foldersAbove(remove),
		}))
	}()
	_, err = s.run(ctx, takeScript, r, in)
	r.Close()
	if err != nil {
		return fmt.Errorf("deploy: send files: %w", err)
	}
	return nil
}

// differ runs a script that ends with sumsScript, and lists the files of these that are
// not there, or not the same.
func (s *server) differ(ctx context.Context, files []manifest.File, script string, args ...string) ([]string, error) {
	var sums strings.Builder
	for _, f := range files {
		fmt.Fprintf(&sums, "%s  %s\n", f.SHA256, f.Path)
	}
	out, err := s.run(ctx, script, strings.NewReader(sums.String()), args...)
	if err != nil {
		return nil, err
	}
	same := map[string]bool{}
	for line := range strings.Lines(string(out)) {
		if name, ok := strings.CutSuffix(strings.TrimSuffix(line, "\n"), ": OK"); ok {
			same[name] = true
		}
	}
	var list []string
	for _, f := range files {
		if !same[f.Path] {
			list = append(list, f.Path)
		}
	}
	return list, nil
}
