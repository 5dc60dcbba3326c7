package publish

import (
	"errors"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportsite/generator/internal/message"
	"reportsite/generator/internal/need"
)

// Where a site is never published to, however the folder is named. Each case is
// tried with folders that exist and with ones that do not.
func TestPlaces(t *testing.T) {
	const holds, within = message.ID("publish-holds-site"), message.ID("publish-in-content")
	for _, test := range []struct {
		out  string
		want message.ID // "": it may be
	}{
		{"site/public", ""},
		{"site/www/a/b", ""},
		{"elsewhere", ""},
		{"site-2", ""},
		{"site/content-of-last-year", ""},
		{"site", holds},
		{"site/", holds},
		{"./site/../site", holds},
		{".", holds},
		{"..", holds},
		{"../..", holds},
		{"SITE", holds},
		{"link", errLink},
		{"link/.", errLink}, // cleaned
		{"link/public", ""},
		{"link/content", holds},
		{"site/content", holds},
		{"site/content/public", within},
		{"site/content/2024/a/b", within},
		{"site/Content/public", within},
		{"link/content/2024", within},
		{"linked-content/public", within},
		{"repository", errRepository},
		{"repository/public", ""},
		{"worktree", errRepository},
		{"repository/.git", errInGit},
		{"repository/.git/hooks", errInGit},
		{"repository/.GIT/x", errInGit},
	} {
		t.Run(test.out, func(t *testing.T) {
			top := t.TempDir()
			t.Chdir(top)
			lay(t, top, site{
				"site/config.toml": "x", "site/content/2024/a.md": "x",
				"repository/.git/HEAD": "ref", "worktree/.git": "gitdir: elsewhere",
			})
			for name, to := range map[string]string{"link": "site", "linked-content": filepath.Join("site", "content")} {
				need.Link(t, to, name)
			}
			before := read(t, top)
			s, err := Begin(test.out, Rules{Apart: []Place{
				{Path: "site", Holds: holds},
				{Path: "site/content", Holds: holds, Within: within},
			}})
			if test.want == "" {
				if err != nil {
					t.Fatal(err)
				}
				if err := s.Abort(); err != nil {
					t.Error(err)
				}
				return
			}
			if err == nil {
				s.Abort()
			}
			if !errors.Is(err, test.want) {
				t.Fatalf("Begin = %v, want %v", err, test.want)
			}
			if fault, ok := errors.AsType[*Error](err); !ok || fault.Hint() == "" {
				t.Errorf("no hint for %v", err)
			}
			if d := cmp.Diff(before, read(t, top)); d != "" {
				t.Errorf("something was touched (-before +after):\n%s", d)
			}
		})
	}
}

// The root of a file system is refused without any rule, and so is that of a volume.
func TestRootIsRefused(t *testing.T) {
	root := filepath.VolumeName(t.TempDir()) + string(filepath.Separator)
	for _, dir := range []string{root, root + ".", root + string(filepath.Separator)} {
		if s, err := Begin(dir, Rules{}); !errors.Is(err, errRoot) {
			if s != nil {
				s.Abort()
			}
			t.Errorf("Begin(%q) = %v, want %v", dir, err, errRoot)
		}
	}
}

// A place that does not exist yet is kept apart too: a theme is looked for where
// the site would stand.
func TestPlaceThatIsNotThere(t *testing.T) {
	top := t.TempDir()
	rules := Rules{Apart: []Place{{Path: filepath.Join(top, "templates"), Holds: "publish-holds-templates", Within: "publish-in-templates"}}}
	names := []string{"templates", "templates/public", "Templates"}
	if runtime.GOOS == "windows" {
		names = append(names, `TEMPLATES\public`)
	}
	for _, name := range names {
		if s, err := Begin(filepath.Join(top, name), rules); !errors.Is(err, errPlace) {
			if s != nil {
				s.Abort()
			}
			t.Errorf("Begin(%q) = %v, want a refusal", name, err)
		}
	}
}
