package page

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"reportsite/generator/internal/config"
	"reportsite/generator/internal/known"
	"reportsite/generator/internal/locale"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/output"
	"reportsite/generator/internal/testsite"
	"reportsite/generator/internal/theme"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/verdictcase"
	"reportsite/generator/internal/wording"
)

// randomModels is how many random indicators the agreement is tested on, beside
// those of the vectors.
const randomModels = 2000

// TestEveryPlaceSaysTheSame renders sites of all cases of the verdict vectors and of
// random indicators, reads what a reader sees or a program loads, and compares it with
// the one owner of each question: the verdict that package verdict gives, its figure in
// the words of package wording, the history of package history. The files
// agreement_*_test.go have a place each:
//
//	page     sentence, figures and tables of an indicator's own page
//	chart    title, table and drawing of its chart
//	list     cards, grid, lists, comparison, report, print
//	count    how many targets have a status: sentence, bar, months
//	log      changes and feed
//	data     JSON, CSV and workbook
//	outside  the frame and the picture for other sites
func TestEveryPlaceSaysTheSame(t *testing.T) {
	theme := loadTheme(t)
	days := map[string][]*model.Indicator{}
	n, drawings := 0, 0
	for _, file := range []string{"cases.csv", "history.csv", "kinds.csv"} {
		for _, r := range verdictcase.Read(t, "../verdict/testdata/"+file) {
			days[r.Now] = append(days[r.Now], r.MakeTarget(t).Indicator)
			n++
		}
	}
	random := rand.New(rand.NewPCG(11, 12))
	for range randomModels {
		r := randomCase(random)
		days[r.Now] = append(days[r.Now], withYearBefore(t, random, r.MakeTarget(t).Indicator))
	}
	for day, list := range days {
		for from := 0; from < len(list); from += 250 { // a card of each on one home page
			in := agreementSite(t, day, list[from:min(from+250, len(list))])
			a := newAgreement(t, theme, in)
			a.check()
			drawings += a.drawings
		}
	}
	if drawings < 1000 {
		t.Errorf("only %d drawings mark the time of their verdict's figure", drawings)
	}
	if n < 200 {
		t.Errorf("only %d cases", n)
	}
}

// agreementSite is a site of indicators as it is known on a day; each is a
// headline, so that all have cards.
func agreementSite(t *testing.T, day string, list []*model.Indicator) input {
	t.Helper()
	source := &model.Source{ID: "s", Name: testsite.Zh("来源")}
	editions := map[model.Period]*model.Edition{}
	site := &model.Site{Sources: []*model.Source{source}}
	edition := func(p model.Period) *model.Edition {
		if editions[p] == nil {
			e := &model.Edition{Period: p, Title: testsite.Zh(p.String()), Source: source}
			e.Sections = []*model.Section{{Edition: e, ID: "goals", Title: testsite.Zh("目标")}}
			editions[p] = e
			site.Editions = append(site.Editions, e)
		}
		return editions[p]
	}
	edition(model.YearOf(2023))
	edition(model.YearOf(2024))
	group := &model.Group{ID: "headline", Name: testsite.Zh("主要")}
	site.Groups = []*model.Group{group}
	add := func(i *model.Indicator, id string) {
		i.Name.Zh, i.Short.Zh = i.Name.Zh+"·"+id, i.Short.Zh+"·"+id
		i.ID, i.Section = id, editions[model.YearOf(2024)].Sections[0]
		i.Groups = []*model.Group{group}
		for _, t := range i.Targets {
			if t.AsWritten.Zh == "" { // the content always has it
				t.AsWritten.Zh = wording.WriteBound(t.Bound, i, model.Chinese)
			}
			for n := range t.Earlier {
				t.Earlier[n].AsWritten.Zh = wording.WriteBound(t.Earlier[n], i, model.Chinese)
			}
		}
		for _, o := range i.Observations {
			o.Source = source
		}
		i.SortObservations()
		site.Indicators = append(site.Indicators, i)
	}
	for n, i := range list {
		add(i, fmt.Sprintf("c%d", n))
		group.Indicators = append(group.Indicators, i)
		for _, target := range i.Targets {
			target.Section = edition(target.Period.Edition()).Sections[0]
			if !slices.Contains(target.Section.Indicators, i) {
				target.Section.Indicators = append(target.Section.Indicators, i)
			}
			for k, b := range target.Versions() {
				if b.Ref != nil && b.Ref != i && b.Ref.Section == nil {
					add(b.Ref, fmt.Sprintf("r%d-%d", n, k))
				}
			}
		}
	}
	for _, e := range site.Editions { // the prose shows each of its indicators
		s := e.Sections[0]
		for _, i := range s.Indicators {
			s.Body.Parts = append(s.Body.Parts, model.Figure{Indicators: []*model.Indicator{i}})
		}
	}
	asOf, err := model.ParseDate(day)
	if err != nil {
		t.Fatal(err)
	}
	in := input{Input: locale.Input{
		Site:   known.As(site, asOf),
		Config: &config.Config{Title: testsite.Zh("站"), Place: testsite.Zh("地"), Language: model.Chinese, OnPaceBand: config.DefaultOnPaceBand},
	}}
	in.Verdicts = verdict.All(in.Site, verdict.Options{AsOf: asOf, OnPaceBand: in.Config.OnPaceBand})
	return in
}

// agreement compares what the files of a site say.
type agreement struct {
	*testing.T
	in    input
	book  *book
	files map[string]output.File
	lists lists
	data  tables

	drawings int // that mark the time of their verdict's figure
}

func newAgreement(t *testing.T, theme *theme.Theme, in input) *agreement {
	t.Helper()
	a := &agreement{T: t, in: in, files: map[string]output.File{}}
	a.book = New(theme, locale.All(in.Input, theme.Texts), in.Parts).books[0]
	for _, f := range filesOf(theme, in) {
		a.files[f.Path] = f
	}
	a.lists, a.data = a.readLists(), a.readTables()
	return a
}

// file makes a file.
func (a *agreement) file(path string) []byte {
	a.Helper()
	f, ok := a.files[path]
	if !ok {
		a.Fatalf("there is no file %s", path)
	}
	var w bytes.Buffer
	if err := f.Make(&w); err != nil {
		a.Fatalf("%s: %v", path, err)
	}
	return w.Bytes()
}

func (a *agreement) page(path string) *html.Node {
	a.Helper()
	node, err := html.Parse(bytes.NewReader(a.file(path)))
	if err != nil {
		a.Fatal(err)
	}
	return node
}

// check looks at every target, at its own page and wherever else it stands, and at what
// pages count.
func (a *agreement) check() {
	for _, i := range a.in.Site.Indicators {
		if v := a.in.Verdicts.Latest(i); v != nil && strings.HasPrefix(i.ID, "c") {
			a.indicator(i, v)
		}
	}
	a.figures()
	a.counts()
	a.log()
	a.workbook()
}

// told is a verdict as readers see it: its figure, the time of that, and its status.
type told struct{ what, result, when, status string }

func (a *agreement) told(v *verdict.Verdict) told {
	i := v.Target.Indicator
	t := told{status: v.Status.Name().Zh, what: fmt.Sprintf("%s %s %s %v %v %+v as of %s", i.ID, i.Measure, i.Accrual, v.Target.Period, v.Bound.Op, figures(i), v.AsOf)}
	if v.Actual != nil {
		t.result, t.when = wording.Result(v.Actual, model.Chinese), wording.Time(v.Actual).Zh
	}
	return t
}

// says holds that a place has words.
func (a *agreement) says(t told, place string, node *html.Node, want ...string) {
	a.Helper()
	text := textOf(node)
	for _, w := range want {
		if !strings.Contains(text, w) {
			a.Errorf("%s: %s says %q, want %q", t.what, place, text, w)
		}
	}
}

func (a *agreement) indicator(i *model.Indicator, v *verdict.Verdict) {
	a.Helper()
	page := a.page("indicators/" + i.ID + "/index.html")
	a.ownPage(page, v)
	a.chart(page, v)
	for _, t := range i.Targets {
		a.inLists(a.in.Verdicts.Of(t))
	}
	a.dataFiles(i, v)
	a.outside(i, v)
}
