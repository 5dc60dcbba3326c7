package page

import (
	"strings"
	"testing"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

// The day of the next release is told while it lies ahead of the as-of day, and not
// any more when that has come.
func TestNextRelease(t *testing.T) {
	theme := loadTheme(t)
	for day, shown := range map[int]bool{19: true, 20: false, 21: false} {
		in := tinySite()
		i := in.Site.Indicators[0]
		i.NextRelease = model.Date{Year: 2025, Month: 2, Day: 20}
		asOf := model.Date{Year: 2025, Month: 2, Day: day}
		in.Verdicts = verdict.All(in.Site, verdict.Options{AsOf: asOf, OnPaceBand: in.Config.OnPaceBand})
		page := render(t, theme, in)["indicators/"+i.ID+"/index.html"]
		if got := strings.Contains(page, "下次发布"); got != shown {
			t.Errorf("as of %s: the next release is told: %t, want %t", asOf, got, shown)
		}
	}
}
