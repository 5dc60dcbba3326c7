package need

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// recorder is a test that remembers how it ended.
type recorder struct {
	testing.TB
	ended string
}

func (r *recorder) Helper()                   {}
func (r *recorder) Skipf(f string, a ...any)  { r.ended = "skipped: " + fmt.Sprintf(f, a...) }
func (r *recorder) Fatalf(f string, a ...any) { r.ended = "failed: " + fmt.Sprintf(f, a...) }

func TestSkip(t *testing.T) {
	for value, want := range map[string]string{
		"":  "skipped: there is no reportsite-nothing on this machine",
		"1": "failed: there is no reportsite-nothing on this machine; REPORTSITE_REQUIRE_ALL is set",
	} {
		t.Setenv(Require, value)
		r := &recorder{}
		if got := Program(r, "reportsite-nothing", "reportsite-none"); got != "" || r.ended != want {
			t.Errorf("with %q: %q, %s, want %s", value, got, r.ended, want)
		}
	}
	r := &recorder{}
	if got := Program(r, "reportsite-nothing", "go"); got == "" || r.ended != "" {
		t.Errorf("go is at %q, %s", got, r.ended)
	}
}

func TestLink(t *testing.T) {
	name := filepath.Join(t.TempDir(), "link")
	Link(t, "target", name)
	if to, err := os.Readlink(name); to != "target" || err != nil {
		t.Errorf("the link leads to %q, %v", to, err)
	}
	r := &recorder{}
	t.Setenv(Require, "1")
	if Link(r, "target", name); r.ended == "" { // it is there already
		t.Error("nothing is said of a link that cannot be made")
	}
}
