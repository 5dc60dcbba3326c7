package history_test

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/history"
	"reportsite/generator/internal/known"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/testsite"
	"reportsite/generator/internal/verdict"
)

// options are those of the tests, as of a day.
func options(day model.Date) verdict.Options {
	return verdict.Options{AsOf: day, OnPaceBand: decimal.NewFromInt(verdict.DefaultBand)}
}

// read reads a site without faults.
func read(t *testing.T, files fs.FS) *model.Site {
	t.Helper()
	return testsite.Load(t, files).Site
}

// TestMoves compares the history of a year with the one that was worked out by
// hand, in testdata.
func TestMoves(t *testing.T) {
	a, err := txtar.ParseFile("testdata/moves.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range a.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	site := read(t, files)
	h := history.Of(site, options(site.NewestRelease()))
	var moves, months strings.Builder
	for _, m := range h.Moves() {
		fmt.Fprintf(&moves, "%s %s %s > %s (%s)\n", m.Day, m.Target.Indicator.Name.Zh, m.From, m.To, m.Cause)
	}
	for _, m := range h.Months(nil) {
		fmt.Fprintf(&months, "%s by %s:", m.Period, m.Day)
		for _, c := range m.Counts {
			if c.N > 0 {
				fmt.Fprintf(&months, " %s %d", c.Status, c.N)
			}
		}
		fmt.Fprintf(&months, "; %d new", len(m.New))
		for _, s := range history.Steps(m.Moved) {
			fmt.Fprintf(&months, "; %d %s > %s", s.N, s.From, s.To)
		}
		months.WriteByte('\n')
	}
	if diff := cmp.Diff(string(files["moves"].Data), moves.String()); diff != "" {
		t.Errorf("moves (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(string(files["months"].Data), months.String()); diff != "" {
		t.Errorf("months (-want +got):\n%s", diff)
	}
}

// TestOneAnswer compares the history with the verdicts of the site as it was
// known on each day, and on the days around it, which is the way of a build with
// that as-of day; and with the history as it was told on the day.
func TestOneAnswer(t *testing.T) {
	for _, name := range []string{"../../../examples/national", "../../.."} {
		site := read(t, os.DirFS(name))
		last := site.NewestRelease()
		all := known.As(site, last)
		h := history.Of(all, options(last))
		type key struct {
			indicator string
			period    model.Period
		}
		targets := map[key]*model.Target{}
		for _, i := range all.Indicators {
			for _, target := range i.Targets {
				targets[key{i.ID, target.Period}] = target
			}
		}
		compared := 0
		for _, day := range days(all) {
			then := known.As(site, day)
			set := verdict.All(then, options(day))
			told := history.Of(then, options(day))
			for _, v := range set.List() {
				i := v.Target.Indicator
				whole, own := h.StatusOn(targets[key{i.ID, v.Target.Period}], day), told.StatusOn(v.Target, day)
				if whole != v.Status || own != v.Status {
					t.Errorf("%s: %s %s on %s: %s and %s, the site of the day has %s", name, i.ID, v.Target.Period, day, whole, own, v.Status)
				}
				compared++
			}
		}
		if compared == 0 {
			t.Fatalf("%s: compared no target", name)
		}
	}
}

// days are the days of a site on which something happened, and those before them.
func days(site *model.Site) []model.Date {
	var list []model.Date
	add := func(d model.Date) {
		if d.IsZero() || d.After(site.NewestRelease()) {
			return
		}
		before := model.DateOf(time.Date(d.Year, time.Month(d.Month), d.Day-1, 0, 0, 0, 0, time.UTC))
		list = append(list, before, d)
	}
	for _, e := range site.Editions {
		add(e.Published)
	}
	for _, i := range site.Indicators {
		for _, target := range i.Targets {
			add(target.Announced)
			add(target.Period.End())
		}
		for _, o := range i.Observations {
			add(o.Released)
		}
	}
	slices.SortFunc(list, model.Date.Compare)
	return slices.Compact(list)
}
