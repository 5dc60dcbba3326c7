package draw

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// several are jobs that the fallback draws, for tests of the cache.
func several(t testing.TB, n int) []Job {
	t.Helper()
	jobs := make([]Job, n)
	for k := range jobs {
		jobs[k] = bar(t)
		jobs[k].Width += k
	}
	return jobs
}

func packs(t *testing.T, dir string) []string {
	t.Helper()
	list, err := filepath.Glob(filepath.Join(dir, "*"+packSuffix))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestSecondRunDrawsNothing(t *testing.T) {
	opt := Options{CacheDir: filepath.Join(t.TempDir(), "new", "cache")}
	jobs := several(t, 5)
	first, stats := mustAll(t, jobs, opt)
	if want := (Stats{Fallback: 5}); stats != want {
		t.Errorf("first run %+v, want %+v", stats, want)
	}
	second, stats := mustAll(t, jobs, opt)
	if want := (Stats{Cached: 5}); stats != want {
		t.Errorf("second run %+v, want %+v", stats, want)
	}
	if diff := cmp.Diff(first, second); diff != "" {
		t.Error(diff)
	}
	if n := len(packs(t, opt.CacheDir)); n != 1 {
		t.Errorf("%d packs", n)
	}
}

// Everything that a picture depends on is in its key.
func TestEveryChangeIsDrawn(t *testing.T) {
	dir := t.TempDir()
	job := bar(t)
	mustAll(t, []Job{job}, Options{CacheDir: dir})
	for name, change := range map[string]func(*Job, *Options){
		"option": func(j *Job, _ *Options) { j.Option = bytes.Replace(j.Option, []byte("588"), []byte("589"), 1) },
		"width":  func(j *Job, _ *Options) { j.Width++ },
		"height": func(j *Job, _ *Options) { j.Height++ },
		"id":     func(j *Job, _ *Options) { j.ID += "2" },
		"title":  func(j *Job, _ *Options) { j.Title += "。" },
		"desc":   func(j *Job, _ *Options) { j.Desc += "。" },
		"colors": func(_ *Job, o *Options) { o.Colors = map[string]string{"#123456": "--chart-axis"} },
	} {
		changed, opt := job, Options{CacheDir: dir}
		change(&changed, &opt)
		if _, stats := mustAll(t, []Job{changed}, opt); stats.Fallback != 1 {
			t.Errorf("%s: %+v", name, stats)
		}
	}
	// Moving a character from one field to the next is a change, too.
	moved := job
	moved.Title, moved.Desc = job.Title+job.Desc[:1], job.Desc[1:]
	if _, stats := mustAll(t, []Job{moved}, Options{CacheDir: dir}); stats.Fallback != 1 {
		t.Errorf("moved: %+v", stats)
	}
}

// A damaged cache is as good as none, and is whole again afterwards.
func TestDamagedCacheIsDrawnAnew(t *testing.T) {
	jobs := several(t, 3)
	for _, c := range []struct {
		name    string
		damage  func([]byte) []byte
		redrawn int
	}{
		{"empty", func([]byte) []byte { return nil }, 3},
		{"other file", func([]byte) []byte { return []byte("not a pack") }, 3},
		{"cut short", func(b []byte) []byte { return b[:len(b)-1] }, 1},
		{"one bit in the last picture", func(b []byte) []byte { b[len(b)-9] ^= 1; return b }, 1},
		{"a length", func(b []byte) []byte { b[len(packHead)+entryHead-1] ^= 0x7f; return b }, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			opt := Options{CacheDir: t.TempDir()}
			want, _ := mustAll(t, jobs, opt)
			path := packs(t, opt.CacheDir)[0]
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			// A new file: what the first run returned may lie in the old one's memory.
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, c.damage(data), 0o644); err != nil {
				t.Fatal(err)
			}
			got, stats := mustAll(t, jobs, opt)
			if stats.Fallback != c.redrawn {
				t.Errorf("%d redrawn, want %d", stats.Fallback, c.redrawn)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
			if _, stats := mustAll(t, jobs, opt); stats.Cached != 3 || len(packs(t, opt.CacheDir)) != 1 {
				t.Errorf("afterwards %+v, %d packs", stats, len(packs(t, opt.CacheDir)))
			}
		})
	}
}

// Packs do not gather for ever.
func TestManyPacksBecomeOne(t *testing.T) {
	opt := Options{CacheDir: t.TempDir()}
	jobs := several(t, packsMost+2)
	for n := range jobs {
		mustAll(t, jobs[:n+1], opt)
	}
	if n := len(packs(t, opt.CacheDir)); n > packsMost {
		t.Errorf("%d packs", n)
	}
	if _, stats := mustAll(t, jobs, opt); stats.Cached != len(jobs) {
		t.Errorf("%+v", stats)
	}
}

// A cache that cannot be used is no reason to build nothing.
func TestCacheThatIsAFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "cache")
	if err := os.WriteFile(dir, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	pictures, stats := mustAll(t, several(t, 1), Options{CacheDir: dir})
	if pictures[0] == nil || stats.CacheError == nil {
		t.Errorf("picture %d bytes, %+v", len(pictures[0]), stats)
	}
}

// Leftovers of a killed build are swept up by the next one that draws.
func TestLeftoversAreSweptUp(t *testing.T) {
	dir := t.TempDir()
	left := filepath.Join(dir, "123"+tempSuffix)
	if err := os.WriteFile(left, []byte("half"), 0o644); err != nil {
		t.Fatal(err)
	}
	mustAll(t, several(t, 1), Options{CacheDir: dir})
	if _, err := os.Stat(left); !os.IsNotExist(err) {
		t.Errorf("still there: %v", err)
	}
}

// What was drawn before a fault is drawn only once.
func TestFaultKeepsTheRest(t *testing.T) {
	opt := Options{CacheDir: t.TempDir()}
	bad := bar(t)
	bad.Option = []byte("{")
	jobs := append(several(t, 3), bad)
	if _, _, err := drawAll(t.Context(), jobs, 1, opt); err == nil {
		t.Fatal("a bad option is drawn")
	}
	if _, stats := mustAll(t, jobs[:3], opt); stats != (Stats{Cached: 3}) {
		t.Errorf("afterwards %+v", stats)
	}
}

// Two builds may draw into the same folder at the same time.
func TestTwoStudiosAtOnce(t *testing.T) {
	opt := Options{CacheDir: t.TempDir()}
	jobs := several(t, 4)
	first, err := Open(opt)
	if err != nil {
		t.Fatal(err)
	}
	second, err := Open(opt)
	if err != nil {
		t.Fatal(err)
	}
	for n, job := range jobs {
		for _, s := range []*Studio{first, second}[n%2:] {
			if _, err := s.Draw(t.Context(), job); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, s := range []*Studio{first, second} {
		if stats := s.Close(); stats.CacheError != nil {
			t.Error(stats.CacheError)
		}
	}
	if _, stats := mustAll(t, jobs, opt); stats != (Stats{Cached: 4}) {
		t.Errorf("afterwards %+v", stats)
	}
	left, err := filepath.Glob(filepath.Join(opt.CacheDir, "*"+tempSuffix))
	if err != nil || len(left) > 0 {
		t.Errorf("left over: %v %v", left, err)
	}
}

// Pictures that nobody uses any more are dropped when there are many of them,
// but only by a build that knows all that are used.
func TestUnusedPicturesAreDropped(t *testing.T) {
	opt := Options{CacheDir: t.TempDir()}
	big := bar(t)
	big.Desc = strings.Repeat("大", unusedMost/2)
	mustAll(t, []Job{big}, opt)
	small := several(t, 3)
	mustAll(t, small[:2], opt)
	if _, stats := mustAll(t, []Job{big}, opt); stats.Cached != 1 {
		t.Errorf("a part of a build dropped a picture: %+v", stats)
	}
	s, err := Open(opt)
	if err != nil {
		t.Fatal(err)
	}
	for _, job := range small { // the last one is new
		if _, err := s.Draw(t.Context(), job); err != nil {
			t.Fatal(err)
		}
	}
	s.DropUnused()
	if stats := s.Close(); stats.Cached != 2 {
		t.Errorf("%+v", stats)
	}
	if _, stats := mustAll(t, small, opt); stats.Cached != 3 {
		t.Errorf("used pictures are gone: %+v", stats)
	}
	if _, stats := mustAll(t, []Job{big}, opt); stats.Cached != 0 {
		t.Errorf("an unused picture is still there: %+v", stats)
	}
}
