package deploy

import (
	"archive/tar"
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
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

// recordName is the file that says that a folder of releases is a deploy's.
const recordName = "reportsite-deploy"

// lookScript says what is at the link's place, where a link leads, and what the folder
// of releases is; then how long mark and manifest of the release are, both of them, and
// the names of all its files with a NUL after each.
const lookScript = `
to=
if [ -L "$1" ]; then echo link; to=$(readlink "$1")
elif [ -d "$1" ] && [ -z "$(ls -A "$1")" ]; then echo empty
elif [ -e "$1" ]; then echo other
else echo none
fi
echo "$to"
if [ ! -e "$2" ]; then echo new; elif [ -f "$2/` + recordName + `" ]; then echo ours; else echo foreign; fi
[ -n "$to" ] && [ "${to%/*}" = "${2##*/}" ] && cd "$2/${to#*/}" || exit 0
for f in "$3" "$4"; do if [ -f "$f" ]; then wc -c < "$f"; else echo 0; fi; done
for f in "$3" "$4"; do if [ -f "$f" ]; then cat "$f"; fi; done
find . ! -type d -print0`

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

// beginScript makes the folder of releases, and one in it for what arrives.
const beginScript = `set -e
umask 022
if [ -e "$1" ] && [ ! -f "$1/` + recordName + `" ]; then exit 9; fi
mkdir -p "$1"
echo 'Releases of a site, made by reportsite deploy. Those of today are linked from beside this folder.' > "$1/` + recordName + `"
mkdir -p "$1/incoming/$2/files"
cd "$1/incoming/$2/files"
` + sumsScript

// sumsScript compares the files of the folder with hashes and prints "name: OK".
const sumsScript = `
if command -v sha256sum > /dev/null; then sha256sum -c 2> /dev/null || :; else shasum -a 256 -c 2> /dev/null || :; fi`

// takeScript unpacks what arrives.
const takeScript = `set -e
umask 022
cd "$1"
tar -xf -`

// gatherScript makes the new release: the one before, without what goes and what is
// sent, and with what was sent. $1 the folder of releases, $2 the id, $3 the release
// before. Files of the release before are linked, and never written to.
const gatherScript = `set -e
umask 022
in=$1/incoming/$2
part=$1/part-$2
rm -rf "$part"
mkdir "$part"
if [ -n "$3" ]; then
  cp -al "$1/$3/." "$part/" 2> /dev/null || { rm -rf "$part"; mkdir "$part"; cp -pR "$1/$3/." "$part/"; }
fi
cd "$part"
xargs -0 rm -f -- < "$in/remove"
xargs -0 rm -f -- < "$in/changed"
xargs -0 rmdir -- < "$in/folders" 2> /dev/null || :
cp -pR "$in/files/." "$part/"
` + sumsScript

// switchScript gives the new release its name and leads the link to it, in one step,
// then removes old releases and what arrived. $1 the link, $2 the folder of releases, $3
// its name, $4 the id, $5 the release before, $6 how many stay.
const switchScript = `set -e
cd "$2"
if [ -L "$1" ]; then was=$(readlink "$1"); else was=; fi
want=; [ -z "$5" ] || want=$3/$5
[ "$was" = "$want" ] || exit 8
name=$4; n=1
while [ -e "$name" ]; do n=$((n + 1)); name=$4-$n; done
mv "part-$4" "$name"
touch "$name"
[ -n "$was" ] || [ ! -d "$1" ] || rmdir "$1"
link=$2/link-$4
rm -f "$link"
ln -s "$3/$name" "$link"
mv -T "$link" "$1" 2> /dev/null || mv -fh "$link" "$1"
rm -rf "incoming/$4"
find incoming -mindepth 1 -maxdepth 1 -mtime +1 -exec rm -rf {} + 2> /dev/null || :
n=0
ls -dt -- *-*/ */ 2> /dev/null | sed 's,/$,,' | grep -E '^[0-9a-f]{16}(-[0-9]+)?$' | awk '!seen[$0]++' | while read -r old; do
  n=$((n + 1))
  if [ "$n" -gt "$6" ] && [ "$old" != "$name" ]; then rm -rf "./$old" || :; fi
done`

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

// coded is the error that an exit status of a script stands for.
func coded(err error, status int, meaning error) error {
	if exit, ok := errors.AsType[*exec.ExitError](err); ok && exit.ExitCode() == status {
		return meaning
	}
	return err
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

// pack writes files of the site below files/, and lists with a NUL after each name.
func pack(w io.Writer, site *Site, names []string, lists map[string][]string) error {
	t := tar.NewWriter(w)
	for name, list := range lists {
		var b bytes.Buffer
		for _, l := range list {
			b.WriteString(l + "\x00")
		}
		if err := t.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(b.Len())}); err != nil {
			return err
		}
		if _, err := t.Write(b.Bytes()); err != nil {
			return err
		}
	}
	for _, name := range names {
		file := filepath.Join(site.Dir, filepath.FromSlash(name))
		info, err := os.Stat(file)
		if err != nil {
			return err
		}
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != site.paths[name].SHA256 {
			return &ChangedError{}
		}
		if err := t.WriteHeader(&tar.Header{Name: "files/" + name, Mode: 0o644, Size: int64(len(data)), ModTime: info.ModTime()}); err != nil {
			return err
		}
		if _, err := t.Write(data); err != nil {
			return err
		}
	}
	return t.Close()
}

// foldersAbove are the folders that hold these files, the deepest first.
func foldersAbove(names []string) []string {
	seen := map[string]bool{}
	var list []string
	for _, name := range names {
		for at := path.Dir(name); at != "." && !seen[at] && fs.ValidPath(at); at = path.Dir(at) {
			seen[at] = true
			list = append(list, at)
		}
	}
	slices.SortFunc(list, func(a, b string) int { return strings.Count(b, "/") - strings.Count(a, "/") })
	return list
}
