package page

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportsite/generator/internal/model"
)

// TestKeys changes what a site is made from, and says whose files follow.
// TestRebuildIsABuild of the program holds the keys against whole builds.
func TestKeys(t *testing.T) {
	theme := loadTheme(t)
	for _, c := range []struct {
		name   string
		change func(in *Input, s *Sums, changed map[string]bool)
		want   string // the indicators whose keys change, and "site" for all other files
	}{
		{"nothing", func(*Input, *Sums, map[string]bool) {}, ""},
		{"the program", func(_ *Input, s *Sums, _ map[string]bool) { s.Program[0]++ }, "growth income output site"},
		{"the sources", func(_ *Input, s *Sums, _ map[string]bool) { s.Frame[0]++ }, "growth income output site"},
		{"the configuration", func(in *Input, _ *Sums, _ map[string]bool) { in.Config.Sum[0]++ }, "growth income output site"},
		{"some prose", func(_ *Input, s *Sums, _ map[string]bool) { s.Content[0]++ }, "site"},
		{"an indicator that others list", func(_ *Input, s *Sums, changed map[string]bool) { s.Content[0]++; changed["growth"] = true }, "growth output site"},
		{"one that another's verdict looks at", func(in *Input, s *Sums, changed map[string]bool) { s.Content[0]++; changed["output"] = true }, "income output site"},
		{"the title of a section that cites one", func(in *Input, s *Sums, _ map[string]bool) {
			s.Content[0]++
			in.Site.Indicators[0].CitedBy[0].Title.En = "Other"
		}, "growth output site"},
		{"the name of an own page", func(in *Input, _ *Sums, _ map[string]bool) { in.Site.Pages[0].Title.Zh = "又" }, "growth income output site"},
		{"the charts' library", func(in *Input, _ *Sums, _ map[string]bool) {
			in.Libraries = map[string][]byte{"echarts": nil, "minisearch": {1}}
		}, "growth income output site"},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := keysOf(theme, func(*Input, *Sums, map[string]bool) {})
			after := keysOf(theme, c.change)
			var changed []string
			for name, key := range after {
				if key != before[name] {
					changed = append(changed, name)
				}
			}
			slices.Sort(changed)
			if diff := cmp.Diff(c.want, strings.Join(changed, " ")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// keysOf gives the keys of the tiny site's indicators and of the whole.
func keysOf(theme *Theme, change func(*Input, *Sums, map[string]bool)) map[string]Key {
	in := tinySite()
	income := in.Site.Indicators[2]
	income.Targets = []*model.Target{{Indicator: income, Period: model.YearOf(2024), Bound: model.Bound{Op: model.RelGT, Ref: in.Site.Indicators[0]}}}
	changed := map[string]bool{}
	s := Sums{Facts: func(i *model.Indicator) (k Key) {
		copy(k[:], i.ID)
		if changed[i.ID] {
			k[31]++
		}
		return k
	}}
	change(&in, &s, changed)
	key := theme.Keys(in, s)
	keys := map[string]Key{"site": key(File{Path: "index.html"})}
	for _, i := range in.Site.Indicators {
		keys[i.ID] = key(File{Path: indicatorPath(i), Of: i})
	}
	return keys
}
