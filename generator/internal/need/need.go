// Package need skips a test for which this machine lacks something, and says what. Where
// the environment variable [Require] is set, as in continuous integration, the test
// fails instead: there nothing may be left out unseen.
package need

import (
	"os"
	"os/exec"
	"testing"
)

// Require is the environment variable that makes every such skip a failure.
const Require = "REPORTSITE_REQUIRE_ALL"

// Skip skips the test, or has it fail where everything is required. It takes what
// [fmt.Sprintf] takes.
func Skip(t testing.TB, format string, args ...any) {
	t.Helper()
	if os.Getenv(Require) != "" {
		t.Fatalf(format+"; "+Require+" is set", args...)
		return
	}
	t.Skipf(format, args...)
}

// Program gives the path of the first of these programs that is there.
func Program(t testing.TB, names ...string) string {
	t.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	Skip(t, "there is no %s on this machine", names[0])
	return ""
}

// Link makes a symbolic link, which some systems let only administrators do.
func Link(t testing.TB, target, name string) {
	t.Helper()
	if err := os.Symlink(target, name); err != nil {
		Skip(t, "this machine makes no symbolic links: %v", err)
	}
}
