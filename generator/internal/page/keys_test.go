package page

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/model"
)

// TestKeys changes what a site is made from, and says whose files follow.
// TestRebuildIsABuild of the program holds the keys against whole builds.
func TestKeys(t *testing.T) {
	const everything = "2023/goals 2024/goals 2024/works growth income output site"
	theme := loadTheme(t)
	for _, c := range []struct {
		name   string
		change func(in *Input, s *Sums, changed map[string]bool)
		want   string // the sections and indicators whose keys change, and "site" for all other files
	}{
		{"nothing", func(*Input, *Sums, map[string]bool) {}, ""},
		{"the program", func(_ *Input, s *Sums, _ map[string]bool) { s.Program[0]++ }, everything},
		{"the sources", func(_ *Input, s *Sums, _ map[string]bool) { s.Frame[0]++ }, everything},
		{"the configuration", func(in *Input, _ *Sums, _ map[string]bool) { in.Config.Sum[0]++ }, everything},
		{"some prose", func(_ *Input, s *Sums, _ map[string]bool) { s.Content[0]++ }, "site"},
		{"an indicator that others list", func(_ *Input, s *Sums, changed map[string]bool) { s.Content[0]++; changed["growth"] = true }, "2024/goals growth output site"},
		{"one that another's verdict looks at", func(in *Input, s *Sums, changed map[string]bool) { s.Content[0]++; changed["output"] = true }, "2024/goals 2024/works income output site"},
		{"the title of a section that cites one", func(in *Input, s *Sums, _ map[string]bool) {
			s.Content[0]++
			in.Site.Indicators[0].CitedBy[0].Title.En = "Other"
		}, "2024/goals 2024/works growth output site"},
		{"the prose of a sub-theme", func(_ *Input, s *Sums, changed map[string]bool) { s.Content[0]++; changed["2024/works"] = true }, "2024/goals 2024/works site"},
		{"the prose of another report", func(_ *Input, s *Sums, changed map[string]bool) { s.Content[0]++; changed["2023/goals"] = true }, "2023/goals site"},
		{"the name of an own page", func(in *Input, _ *Sums, _ map[string]bool) { in.Site.Pages[0].Title.Zh = "又" }, everything},
		{"the charts' library", func(in *Input, _ *Sums, _ map[string]bool) {
			in.Libraries = map[string][]byte{"echarts": nil, "minisearch": {1}}
		}, everything},
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
	sum := func(name string) (k Key) {
		copy(k[:], name)
		if changed[name] {
			k[31]++
		}
		return k
	}
	s := Sums{
		Facts: func(i *model.Indicator) Key { return sum(i.ID) },
		Prose: func(s *model.Section) Key { return sum(s.Ref()) },
	}
	change(&in, &s, changed)
	key := theme.Keys(in, s)
	keys := map[string]Key{"site": key(File{Path: "index.html"})}
	for _, i := range in.Site.Indicators {
		keys[i.ID] = key(File{Path: address.Indicator(i), Of: i})
	}
	for _, e := range in.Site.Editions {
		for _, s := range e.Sections {
			keys[s.Ref()] = key(File{Path: address.Section(s), In: s})
		}
	}
	return keys
}
