package testsite

import (
	"io/fs"
	"testing"

	"reportsite/generator/internal/check"
	"reportsite/generator/internal/config"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/known"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/source"
	"reportsite/generator/internal/verdict"
)

// Files is a site as it was read from files, by the stages of a build up to the model;
// tables of offices are left out.
type Files struct {
	Config *config.Config // nil where it has errors
	Tree   *source.Tree   // nil where the content cannot be read
	Site   *model.Site    // nil where the content has errors
	Diags  []diag.Diagnostic
}

// Read reads a site, with whatever is wrong in it.
func Read(t testing.TB, files fs.FS) Files {
	t.Helper()
	content, err := fs.Sub(files, source.Dir)
	if err != nil {
		t.Fatal(err)
	}
	f := Files{}
	f.Config, f.Diags = config.Load(files)
	tree, diags, err := source.Load(t.Context(), content, 2)
	if err != nil {
		t.Fatal(err)
	}
	f.Tree, f.Diags = tree, append(f.Diags, diags...)
	if f.Config == nil || f.Tree == nil {
		return f
	}
	f.Site, diags = check.Site(f.Config, f.Tree)
	f.Diags = append(f.Diags, diags...)
	return f
}

// Load reads a site without errors; an error ends the test.
func Load(t testing.TB, files fs.FS) Files {
	t.Helper()
	f := Read(t, files)
	if f.Site == nil || diag.Errors(f.Diags) > 0 {
		for _, d := range diag.Sort(f.Diags) {
			t.Errorf("%s: %s", d.Pos, d.Message(diag.English))
		}
		t.FailNow()
	}
	return f
}

// Day is the as-of day of a build without one on the command line.
func (f Files) Day() model.Date {
	if !f.Config.AsOf.IsZero() {
		return f.Config.AsOf
	}
	return f.Site.NewestRelease()
}

// On is the site as it is known on a day, with its verdicts; the zero day is [Files.Day].
func (f Files) On(day model.Date) (*model.Site, *verdict.Set) {
	if day.IsZero() {
		day = f.Day()
	}
	site := known.As(f.Site, day)
	return site, verdict.All(site, verdict.Options{AsOf: day, OnPaceBand: f.Config.OnPaceBand})
}
