// Package library finds the front-end libraries of a theme, and has npm install
// them where they are missing. No third-party code is committed: the versions are
// pinned by templates/package-lock.json.
package library

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// Script is a file or folder of a library, below the templates folder.
type Script string

// The scripts that a site uses.
const (
	ECharts    Script = "node_modules/echarts/dist/echarts.common.min.js"
	MiniSearch Script = "node_modules/minisearch/dist/es/index.js"
	// Characters are the traditional characters of OpenCC with their simplified ones.
	Characters Script = "node_modules/opencc-js/dist/esm-lib/dict/TSCharacters.js"
)

// Fonts is the font family that the pictures for other sites are written with. A
// theme may do without it.
const Fonts Script = "node_modules/@fontsource-variable/noto-sans-sc"

// scripts are those that every theme has.
var scripts = []Script{ECharts, MiniSearch, Characters}

// Files are the files and folders of libraries that sites use, below the templates
// folder: the scripts, and of the fonts what pictures are written with.
func Files() []string {
	var list []string
	for _, s := range scripts {
		list = append(list, string(s))
	}
	return append(list, string(Fonts)+"/unicode.json", string(Fonts)+"/files")
}

// Path is where a script lies in a templates folder.
func (s Script) Path(templates string) string {
	return filepath.Join(templates, filepath.FromSlash(string(s)))
}

// installLimit ends an installation that hangs, as on a network that drops packets
// without an answer.
const installLimit = 5 * time.Minute

// Ensure makes sure that every package of package-lock.json is installed in its
// version, and that the files that sites use are as they were installed. Where one is not,
// npm installs them: notice is then called before; it may be nil. The error is the reason
// to show.
func Ensure(ctx context.Context, templates string, notice func()) error {
	want, err := locked(templates)
	if err != nil {
		return fmt.Errorf("library: %w", err)
	}
	if missing(templates, want) == "" {
		_ = keepRecord(templates, false) // a theme that is read-only has none
		return nil
	}
	// Several programs may find it missing at the same time, such as the tests of
	// several packages; two runs of npm in one folder would disturb each other.
	lock := flock.New(lockPath(templates))
	if _, err := lock.TryLockContext(ctx, 100*time.Millisecond); err != nil {
		return fmt.Errorf("library: wait for another installation: %w", err)
	}
	defer lock.Close()
	if missing(templates, want) == "" {
		return nil
	}
	if err := install(ctx, templates, notice); err != nil {
		return fmt.Errorf("library: install the front-end libraries: %w", err)
	}
	if err := keepRecord(templates, true); err != nil {
		return fmt.Errorf("library: %w", err)
	}
	if name := missing(templates, want); name != "" {
		return fmt.Errorf("library: %s is still missing after npm has installed it", name)
	}
	return nil
}

// locked are the versions of package-lock.json by their folders.
func locked(templates string) (map[string]string, error) {
	data, err := os.ReadFile(filepath.Join(templates, "package-lock.json"))
	if err != nil {
		return nil, fmt.Errorf("find the versions of the libraries: %w", err)
	}
	var lock struct {
		Packages map[string]struct{ Version string }
	}
	if err := json.Unmarshal(data, &lock); err != nil {
		return nil, fmt.Errorf("read package-lock.json: %w", err)
	}
	versions := map[string]string{}
	for dir, p := range lock.Packages {
		if dir != "" {
			versions[dir] = p.Version
		}
	}
	if len(versions) == 0 {
		return nil, errors.New("package-lock.json names no library")
	}
	return versions, nil
}

// missing is the first package that is not there in its version, script that is not there
// at all, or file that is damaged; "" when all are whole.
func missing(templates string, want map[string]string) string {
	for _, dir := range slices.Sorted(maps.Keys(want)) {
		if installed(filepath.Join(templates, filepath.FromSlash(dir))) != want[dir] {
			return dir
		}
	}
	for _, s := range scripts {
		if _, err := os.Stat(s.Path(templates)); err != nil {
			return string(s)
		}
	}
	return damaged(templates)
}

// installed is the version of a package in its folder; "" when it is missing.
func installed(dir string) string {
	data, err := os.ReadFile(filepath.Join(dir, "package.json"))
	if err != nil {
		return ""
	}
	var manifest struct{ Version string }
	if json.Unmarshal(data, &manifest) != nil {
		return ""
	}
	return manifest.Version
}

// install runs npm in the templates folder.
func install(ctx context.Context, templates string, notice func()) error {
	npm, err := exec.LookPath("npm")
	if err != nil {
		return &Fault{Cause: "no-npm"}
	}
	if notice != nil {
		notice()
	}
	ctx, cancel := context.WithTimeout(ctx, installLimit)
	defer cancel()
	// Without a network npm would go on trying for a minute and a half.
	cmd := exec.CommandContext(ctx, npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund",
		"--prefer-offline", "--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--loglevel=error")
	cmd.Dir = templates
	cmd.WaitDelay = time.Second
	if out, err := cmd.CombinedOutput(); err != nil {
		if ctx.Err() != nil {
			err = ctx.Err()
		}
		return causeOf(fmt.Errorf("npm ci: %w%s", err, lastLines(string(out))), string(out))
	}
	return nil
}

// lastLines are the lines of npm's output that say what went wrong.
func lastLines(out string) string {
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if lines[0] == "" {
		return ""
	}
	return ": " + strings.Join(lines[max(0, len(lines)-3):], "; ")
}

// lockPath is the lock of installations into this folder. It lies outside of the
// site, so that version control need not ignore it.
func lockPath(templates string) string {
	if abs, err := filepath.Abs(templates); err == nil {
		templates = abs
	}
	sum := sha256.Sum256([]byte(templates))
	return filepath.Join(os.TempDir(), "reportsite-npm-"+hex.EncodeToString(sum[:8])+".lock")
}
