package draw

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// The parts of the ECharts package, below the templates folder.
const (
	packageDir = "node_modules/echarts"
	scriptFile = packageDir + "/dist/echarts.common.min.js"
)

// installLimit ends an installation that hangs, as on a network that swallows
// packets.
const installLimit = 5 * time.Minute

// Library returns the path of the ECharts script below the templates folder,
// in the version that package-lock.json names. Where it is missing or of
// another version, npm installs it: notice is then called with one line that
// says so; it may be nil. When that fails the path is "", and the error is the
// reason to show.
func Library(ctx context.Context, templates string, notice func(string)) (script string, err error) {
	want, err := lockedVersion(templates)
	if err != nil {
		return "", fmt.Errorf("draw: %w", err)
	}
	script = filepath.Join(templates, filepath.FromSlash(scriptFile))
	if installed(templates) == want {
		return script, nil
	}
	// Several programs may find it missing at the same time, such as the tests
	// of several packages; npm would trip over itself.
	lock := flock.New(lockPath(templates))
	if _, err := lock.TryLockContext(ctx, 100*time.Millisecond); err != nil {
		return "", fmt.Errorf("draw: wait for another installation: %w", err)
	}
	defer lock.Close()
	if installed(templates) == want {
		return script, nil
	}
	if err := install(ctx, templates, want, notice); err != nil {
		return "", fmt.Errorf("draw: install ECharts %s: %w", want, err)
	}
	if got := installed(templates); got != want {
		return "", fmt.Errorf("draw: npm installed ECharts %q where %s was asked for", got, want)
	}
	return script, nil
}

// lockedVersion is the version of ECharts in package-lock.json.
func lockedVersion(templates string) (string, error) {
	data, err := os.ReadFile(filepath.Join(templates, "package-lock.json"))
	if err != nil {
		return "", fmt.Errorf("find the version of ECharts: %w", err)
	}
	var lock struct {
		Packages map[string]struct{ Version string }
	}
	if err := json.Unmarshal(data, &lock); err != nil {
		return "", fmt.Errorf("read package-lock.json: %w", err)
	}
	version := lock.Packages[packageDir].Version
	if version == "" {
		return "", errors.New("package-lock.json names no version of ECharts")
	}
	return version, nil
}

// installed is the version of ECharts in node_modules; "" when it is missing or
// incomplete.
func installed(templates string) string {
	if _, err := os.Stat(filepath.Join(templates, filepath.FromSlash(scriptFile))); err != nil {
		return ""
	}
	data, err := os.ReadFile(filepath.Join(templates, filepath.FromSlash(packageDir), "package.json"))
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
func install(ctx context.Context, templates, version string, notice func(string)) error {
	npm, err := exec.LookPath("npm")
	if err != nil {
		return errors.New("there is no npm on this machine")
	}
	if notice != nil {
		notice(fmt.Sprintf("installing ECharts %s with npm in %s", version, filepath.ToSlash(templates)))
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
		return fmt.Errorf("npm ci: %w%s", err, lastLines(string(out)))
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

// lockPath is the lock of installations into this folder. It lies outside of
// the site, where nobody has to ignore it.
func lockPath(templates string) string {
	if abs, err := filepath.Abs(templates); err == nil {
		templates = abs
	}
	sum := sha256.Sum256([]byte(templates))
	return filepath.Join(os.TempDir(), "reportsite-npm-"+hex.EncodeToString(sum[:8])+".lock")
}
