package deploy

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"reportsite/generator/internal/manifest"
	"reportsite/generator/internal/need"
	"reportsite/generator/internal/publish"
)

// mortal is a sh that ends itself without a word before its command number STEPS, counted
// over all scripts of a deploy.
const mortal = `#!%s
shift
script=$1
shift
exec %[1]s -c 'trap "read -r did < \"\$COUNT\"; echo \$((did + 1)) > \"\$COUNT\"; [ \"\$did\" -lt \"\$STEPS\" ] || kill -KILL \$\$" DEBUG
'"$script" "$@"
`

// The server dies before every command of every script there is. Readers see the site of
// before or the new one, whole, and the next deploy, of the same site or of another,
// finishes and leaves nothing behind.
func TestServerKilled(t *testing.T) {
	bash := need.Program(t, "bash")
	bin, count := t.TempDir(), filepath.Join(t.TempDir(), "count")
	if err := os.WriteFile(filepath.Join(bin, "sh"), fmt.Appendf(nil, mortal, bash), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("COUNT", count)
	path := os.Getenv("PATH")
	live := func(steps int) {
		t.Setenv("STEPS", fmt.Sprint(steps))
		t.Setenv("PATH", bin+string(os.PathListSeparator)+path)
		if err := os.WriteFile(count, []byte("0\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	stride := 1
	if testing.Short() {
		stride = 7
	}
	old, next, other := built(t, first), built(t, second), built(t, third)
	for name, start := range map[string]*Site{"there was a site": old, "there was nothing": nil} {
		prepared, seen := t.TempDir(), []files{{}, read(t, next.Dir)}
		if start != nil {
			if err := deployTo(t, serverAt([]string{bash, "-c"}, filepath.Join(prepared, "report")), start); err != nil {
				t.Fatal(err)
			}
			seen[0] = read(t, start.Dir)
		}
		killed := 0
		for steps := 0; ; steps += stride {
			top := t.TempDir()
			if out, err := exec.Command("cp", "-a", prepared+"/.", top).CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			link := filepath.Join(top, "report")
			p := serverAt([]string{bash, "-c"}, link)
			live(steps)
			err := deployTo(t, p, next)
			if now := read(t, link); !slices.ContainsFunc(seen, func(f files) bool { return cmp.Equal(f, now) }) {
				t.Fatalf("%s, killed after %d commands: readers see neither site: %v", name, steps, err)
			}
			t.Setenv("PATH", path)
			then := []*Site{next, other}[steps%2]
			if err := deployTo(t, p, then); err != nil {
				t.Fatalf("%s, killed after %d commands: the next deploy: %v", name, steps, err)
			}
			if d := cmp.Diff(read(t, then.Dir), read(t, link)); d != "" {
				t.Fatalf("%s, killed after %d commands, the next deploy:\n%s", name, steps, d)
			}
			if err == nil {
				break
			}
			killed++
		}
		if killed < 40/stride {
			t.Errorf("%s: the server died only %d times", name, killed)
		}
	}
}

// What a deploy that was given up has left goes with a later one, a day after.
func TestServerLeftovers(t *testing.T) {
	bash := need.Program(t, "bash")
	link := filepath.Join(t.TempDir(), "report")
	p := serverAt([]string{bash, "-c"}, link)
	if err := deployTo(t, p, built(t, first)); err != nil {
		t.Fatal(err)
	}
	s := built(t, second)
	if _, err := p.Plan(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	id := idOf(s)
	if err := p.fill(t.Context(), s, id, []string{"index.html"}, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := p.differ(t.Context(), s.Files, gatherScript, p.releases, id, p.now); err != nil {
		t.Fatal(err)
	}
	left := []string{filepath.Join(p.releases, "part-"+id), filepath.Join(p.releases, "incoming", id)}
	for n, content := range []files{third, first} {
		if err := deployTo(t, p, built(t, content)); err != nil {
			t.Fatal(err)
		}
		for _, name := range left {
			if _, err := os.Stat(name); errors.Is(err, os.ErrNotExist) != (n > 0) {
				t.Errorf("deploy %d: %s: %v", n, name, err)
			}
			if n == 0 {
				longAgo := time.Now().Add(-72 * time.Hour)
				if err := os.Chtimes(name, longAgo, longAgo); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// listener is a store that remembers what is done.
type listener struct {
	*memory
	did []string
}

func (l *listener) send(ctx context.Context, s *Site, dir string, names []string) error {
	for _, name := range names {
		l.did = append(l.did, "+"+name)
	}
	return l.memory.send(ctx, s, dir, names)
}

func (l *listener) remove(ctx context.Context, names []string) error {
	for _, name := range names {
		l.did = append(l.did, "-"+name)
	}
	return l.memory.remove(ctx, names)
}

// What a page needs is there before the page, and goes after it; the mark comes first and
// last.
func TestOrder(t *testing.T) {
	m := &memory{files: files{}, left: -1, check: func(files) {}}
	if err := deployTo(t, ordered{m}, built(t, first)); err != nil {
		t.Fatal(err)
	}
	l := &listener{memory: m}
	s := built(t, second)
	if err := deployTo(t, ordered{l}, s); err != nil {
		t.Fatal(err)
	}
	want := []string{
		"+" + publish.Marker, "+assets/a.2.css", "+assets/b.1.js", "+data/gdp.json", "+data/new.json", "+gdp/index.html", "+index.html", "+new/index.html", "+" + manifest.Name,
		"-old/index.html", "-old name/中文.csv", "-assets/a.1.css", "+" + publish.Marker,
	}
	if d := cmp.Diff(want, l.did); d != "" {
		t.Errorf("the order (-want +got):\n%s", d)
	}
	// Only what changed: one page.
	l.did = nil
	if err := deployTo(t, ordered{l}, built(t, with(second, files{"gdp/index.html": "needs assets/b.1.js"}))); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(l.did, " "); got != "+reportsite.txt +gdp/index.html +manifest.json +reportsite.txt" {
		t.Errorf("after a change of one page: %s", got)
	}
}
