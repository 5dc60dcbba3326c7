package page

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"golang.org/x/net/html"

	"reportsite/generator/internal/config"
	"reportsite/generator/internal/export"
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

// TestEveryPlaceSaysTheSame renders sites of all cases of the verdict vectors
// and of random indicators, and reads what a reader sees: sentence, block of the
// verdict, results table, chart's table, card, lists, frame, JSON and CSV have
// the figure, its period and the status of the verdict.
func TestEveryPlaceSaysTheSame(t *testing.T) {
	theme := loadTheme(t)
	days := map[string][]*model.Indicator{}
	n := 0
	for _, file := range []string{"cases.csv", "history.csv", "kinds.csv"} {
		for _, r := range verdictcase.Read(t, "../verdict/testdata/"+file) {
			days[r.Now] = append(days[r.Now], r.MakeTarget(t).Indicator)
			n++
		}
	}
	random := rand.New(rand.NewPCG(11, 12))
	for range randomModels {
		r := randomCase(random)
		days[r.Now] = append(days[r.Now], r.MakeTarget(t).Indicator)
	}
	for day, list := range days {
		for from := 0; from < len(list); from += 250 { // a card of each on one home page
			in := agreementSite(t, day, list[from:min(from+250, len(list))])
			newAgreement(t, theme, in).check()
		}
	}
	if n < 200 {
		t.Errorf("only %d cases", n)
	}
}

// randomCase is a random indicator: several figures of 2024 and the year
// before, of every basis.
func randomCase(random *rand.Rand) verdictcase.Row {
	number := func() string { return decimal.New(int64(random.IntN(4000)-400), -int32(random.IntN(3))).String() }
	pick := func(list ...string) string { return list[random.IntN(len(list))] }
	r := verdictcase.Row{
		Kind: pick("growth ^", "growth v", "level/flow ^", "level/flow v", "count/flow ^", "count/stock ^", "level/stock v", "share ^", "ratio v", "index ^"),
		Now:  pick("2024-05-20", "2024-08-01", "2025-02-01"),
	}
	low := random.IntN(900)
	r.Target = pick("ge "+number(), "gt "+number(), "le "+number(), "lt "+number(), "eq "+number(), "approx "+number(),
		"approx "+number()+" t=2", fmt.Sprintf("range %d %d", low, low+1+random.IntN(90)), fmt.Sprintf("ge %d s=%d", low, low+20),
		"rel_ge r="+number()+"@2024", fmt.Sprintf("delta_pp 2 b=%d", low), "flat b="+number(), "external", "qualitative",
		"ge "+number()+" > ge "+number()+" a=2024-04-01")
	seen := map[string]bool{}
	for range random.IntN(5) {
		at := pick("2024", "2024p", "2024-06c", "2024-06p", "2024-H1c", "2024-12c", "2024-12p", "2024-03c", "2024-04s", "2023", "2023-12c", "2023-06c")
		if seen[at] {
			continue
		}
		seen[at] = true
		r.Figure += " " + number() + "@" + at + pick("", "", "~", "!", "o", "u", "n")
	}
	return r
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
	edition(model.YearOf(2024))
	group := &model.Group{ID: "headline", Name: testsite.Zh("主要")}
	site.Groups = []*model.Group{group}
	add := func(i *model.Indicator, id string) {
		i.ID, i.Section = id, editions[model.YearOf(2024)].Sections[0]
		i.Groups = []*model.Group{group}
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
			for k, b := range target.Versions() {
				if b.Ref != nil && b.Ref != i && b.Ref.Section == nil {
					add(b.Ref, fmt.Sprintf("r%d-%d", n, k))
				}
			}
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
	files map[string]output.File
	home  map[string]*html.Node // goals by the name of the indicator's page
	list  map[string]*html.Node // rows of /indicators/
	rows  map[string][]string   // targets of the table by indicator and period
	all   map[string]string     // results of the table by indicator, period and basis
}

func newAgreement(t *testing.T, theme *theme.Theme, in input) *agreement {
	t.Helper()
	a := &agreement{T: t, in: in, files: map[string]output.File{}}
	for _, f := range filesOf(theme, in) {
		a.files[f.Path] = f
	}
	a.home = map[string]*html.Node{}
	for _, goals := range elements(a.page("index.html"), "ul") {
		if attr(goals, "class") == "goals" {
			maps.Copy(a.home, byLink(goals, "li"))
		}
	}
	a.list = byLink(a.page("indicators/index.html"), "tr")
	a.rows, a.all = map[string][]string{}, map[string]string{}
	made, err := export.Files(export.Input{Site: in.Site, Config: in.Config, Verdicts: in.Verdicts})
	if err != nil {
		t.Fatal(err)
	}
	table, err := csv.NewReader(bytes.NewReader(made[0].Data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	col := map[string]int{}
	for n, name := range table[0] {
		col[name] = n
	}
	for _, line := range table[1:] {
		switch id, period := line[col["indicator"]], line[col["period"]]; line[col["kind"]] {
		case "target":
			a.rows[id+" "+period] = []string{line[col["status"]], line[col["actual"]], line[col["gap"]]}
		case "result":
			a.all[id+" "+period+" "+line[col["basis"]]] = line[col["value"]]
		}
	}
	return a
}

// file makes a file.
func (a *agreement) file(path string) []byte {
	a.Helper()
	var w bytes.Buffer
	if err := a.files[path].Make(&w); err != nil {
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

// check looks at every indicator with a target.
func (a *agreement) check() {
	for _, i := range a.in.Site.Indicators {
		if v := a.in.Verdicts.Latest(i); v != nil && strings.HasPrefix(i.ID, "c") {
			a.indicator(i, v)
		}
	}
}

func (a *agreement) indicator(i *model.Indicator, v *verdict.Verdict) {
	a.Helper()
	what := fmt.Sprintf("%s %s %v %+v as of %s", i.Measure, i.Accrual, v.Bound.Op, figures(i), v.AsOf)
	result, when, status := "", "", v.Status.Name().Zh
	if v.Actual != nil {
		result, when = wording.Result(v.Actual, model.Chinese), wording.Time(v.Actual).Zh
	}
	says := func(place string, node *html.Node, want ...string) {
		text := textOf(node)
		for _, w := range want {
			if !strings.Contains(text, w) {
				a.Errorf("%s: %s says %q, want %q", what, place, text, w)
			}
		}
	}
	page := a.page("indicators/" + i.ID + "/index.html")
	says("the block of the verdict", firstOf(page, "section", "judgement"), result, when, status, v.Explain().Zh)
	a.oneForm(what, page, v)
	a.resultsTable(what, page, v)
	a.chartTable(what, page, v)
	says("the row of the list", a.list[i.ID], result, when, status)
	says("the frame", a.page("embed/"+i.ID+"/index.html"), status, when)
	if v.Actual != nil {
		says("the goal", a.home[i.ID], result, when)
		says("the goal's section", a.home[i.ID].Parent.Parent, status) // what all goals share is said there
		says("the frame", a.page("embed/"+i.ID+"/index.html"), result)
		if e := v.Explain().Zh; v.Status.Judged() && !strings.Contains(e, wording.When(v.Actual).Zh) && !strings.Contains(e, result) {
			a.Errorf("%s: the sentence does not name the result %s: %s", what, result, e)
		}
	} else {
		says("the goal's section", a.home[i.ID].Parent.Parent, status)
	}
	a.dataFiles(what, i, v)
}

// asciiMinus is a negative figure as a keyboard writes it.
var asciiMinus = regexp.MustCompile(`(^|[^0-9A-Za-z])-[0-9]`)

// oneForm holds that a page prints a number in one form: with one sign for what is
// below zero, and the share that is done with as many digits above the chart as in
// the sentence.
func (a *agreement) oneForm(what string, page *html.Node, v *verdict.Verdict) {
	a.Helper()
	main := elements(page, "main")
	if len(main) != 1 {
		a.Fatalf("%s: %d main elements", what, len(main))
	}
	if found := asciiMinus.FindString(textOf(main[0])); found != "" {
		a.Errorf("%s: the page writes %q beside −", what, found)
	}
	chart := firstOf(page, "figure", "chart")
	if v.Paced && v.Completion.Valid && v.Expected.Valid && v.Plan == nil && v.Status.Judged() && chart != nil {
		if text := textOf(chart); strings.Contains(text, "目标的") && !strings.Contains(text, v.Done().Zh) {
			a.Errorf("%s: the chart says %q, want %s", what, text, v.Done().Zh)
		}
	}
	a.picture(what, chart, v)
}

// long is a derived figure that nobody rounded.
var long = regexp.MustCompile(`[0-9]\.[0-9]{5,}`)

// picture holds what the drawing says in words: it calls met only what the verdict
// calls so, it has a result without a figure, and its derived figures are rounded.
func (a *agreement) picture(what string, chart *html.Node, v *verdict.Verdict) {
	a.Helper()
	if chart == nil || v.Actual == nil {
		return
	}
	if text := textOf(chart); strings.Contains(text, "达到目标“") && v.Status != verdict.Achieved && v.Status != verdict.Exceeded {
		a.Errorf("%s: %s, and the chart says %q", what, v.Status, text)
	}
	name := wording.Title(v.Target.Indicator).Zh // the page's own heading
	if text := textOf(chart); !strings.Contains(text, name) {
		a.Errorf("%s: the chart does not say %s: %q", what, name, text)
	}
	for _, svg := range elements(chart, "svg") {
		text := textOf(svg)
		if o := v.Actual; (o.Sense == model.Positive || o.Sense == model.Negative) && !strings.Contains(text, wording.Result(o, model.Chinese)) {
			a.Errorf("%s: the chart has no %s: %q", what, wording.Result(o, model.Chinese), text)
		}
		for _, label := range elements(svg, "text") {
			if said := textOf(label); long.MatchString(said) {
				a.Errorf("%s: the chart writes %q", what, said)
			}
		}
	}
}

// resultsTable holds that the figure stands in the table of results, once, at its
// time.
func (a *agreement) resultsTable(what string, page *html.Node, v *verdict.Verdict) {
	a.Helper()
	if v.Actual == nil {
		return
	}
	for _, row := range elements(firstOf(page, "section", "", "results-title"), "tr") {
		text := textOf(row)
		if strings.HasPrefix(text, wording.Time(v.Actual).Zh) && strings.Contains(text, wording.Result(v.Actual, model.Chinese)) {
			return
		}
	}
	a.Errorf("%s: the table of results has no %s of %s", what, wording.Result(v.Actual, model.Chinese), wording.Time(v.Actual).Zh)
}

// chartTable holds that the table of the chart, where it has the time of the
// figure, has the figure.
func (a *agreement) chartTable(what string, page *html.Node, v *verdict.Verdict) {
	a.Helper()
	if v.Actual == nil || len(v.Actual.Parts) > 0 {
		return
	}
	for _, row := range elements(firstOf(page, "figure", "chart"), "tr") {
		cells := elements(row, "th")
		if len(cells) == 1 && textOf(cells[0]) == wording.Time(v.Actual).Zh {
			text := textOf(row)
			digits := strings.Replace(model.Digits(v.Actual.Value), "-", "−", 1)
			large := strings.Replace(v.Actual.Value.Shift(-4).String(), "-", "−", 1) + "万" + string(v.Actual.Indicator.Unit) // 9万亿元
			if !strings.Contains(text, digits) && !strings.Contains(text, wording.WriteValue(v.Actual.Value, v.Actual.Indicator.Unit, model.Chinese)) && !strings.Contains(text, large) {
				a.Errorf("%s: the chart's table says %q of %s", what, text, wording.Result(v.Actual, model.Chinese))
			}
		}
	}
}

// dataFiles compares JSON and CSV with the verdict.
func (a *agreement) dataFiles(what string, i *model.Indicator, v *verdict.Verdict) {
	a.Helper()
	data := a.file("data/indicators/" + i.ID + ".json")
	type judged struct {
		Status   string      `json:"status"`
		Actual   json.Number `json:"actual"`
		Period   string      `json:"actual_period"`
		Basis    string      `json:"actual_basis"`
		Expected json.Number `json:"expected"`
		Gap      json.Number `json:"gap"`
	}
	var got struct {
		Verdict judged `json:"verdict"`
		Targets []struct {
			Verdict judged `json:"verdict"`
		} `json:"targets"`
	}
	if err := json.Unmarshal(data, &got); err != nil {
		a.Fatal(err)
	}
	last := got.Targets[len(got.Targets)-1].Verdict
	if got.Verdict.Status != string(v.Status) || last.Status != string(v.Status) || last.Actual != got.Verdict.Actual {
		a.Errorf("%s: the JSON says %s and %s, want %s", what, got.Verdict.Status, last.Status, v.Status)
	}
	row := a.rows[i.ID+" "+v.Target.Period.String()]
	if row == nil || row[0] != string(v.Status) || row[1] != string(last.Actual) || row[2] != string(last.Gap) {
		a.Errorf("%s: the table says %v, the JSON %s %s %s", what, row, last.Status, last.Actual, last.Gap)
	}
	if o := v.Actual; o != nil {
		if string(last.Actual) != o.Digits() || last.Period != o.Period.String() || last.Basis != string(o.Basis) {
			a.Errorf("%s: the JSON judges %s of %s, want %s of %s", what, last.Actual, last.Period, o.Digits(), o.Period)
		}
		if value := a.all[i.ID+" "+o.Period.String()+" "+string(o.Basis)]; value != o.Digits() {
			a.Errorf("%s: the table has the result %q, want %s", what, value, o.Digits())
		}
	}
	if last.Expected != "" && last.Gap != "" {
		gap := decimal.RequireFromString(string(last.Actual)).Sub(decimal.RequireFromString(string(last.Expected)))
		// A share of the time is rounded to six decimals.
		if diff := gap.Sub(decimal.RequireFromString(string(last.Gap))).Abs(); diff.GreaterThan(decimal.New(1, -6)) {
			a.Errorf("%s: gap %s, but %s − %s is %s", what, last.Gap, last.Actual, last.Expected, gap)
		}
	}
}

// figures are an indicator's results, for messages.
func figures(i *model.Indicator) (list []string) {
	for _, o := range i.Observations {
		list = append(list, fmt.Sprintf("%s@%s/%s", wording.Result(o, model.Chinese), o.Period, o.Basis))
	}
	return list
}

// byLink finds the elements of a kind that link to an indicator's page, by its id.
func byLink(page *html.Node, tag string) map[string]*html.Node {
	found := map[string]*html.Node{}
	for _, node := range elements(page, tag) {
		for _, link := range elements(node, "a") {
			parts := strings.Split(attr(link, "href"), "/")
			for n, part := range parts {
				if part == "indicators" && n+1 < len(parts) && parts[n+1] != "index.html" {
					found[parts[n+1]] = node
				}
			}
		}
	}
	return found
}

func elements(n *html.Node, tag string) (list []*html.Node) {
	if n == nil {
		return nil
	}
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == tag {
			list = append(list, d)
		}
	}
	return list
}

// firstOf is the first element of a kind and class, or labelled by an id.
func firstOf(n *html.Node, tag, class string, labelledBy ...string) *html.Node {
	for _, d := range elements(n, tag) {
		if len(labelledBy) > 0 && attr(d, "aria-labelledby") == labelledBy[0] || class != "" && strings.Contains(" "+attr(d, "class")+" ", " "+class+" ") {
			return d
		}
	}
	return nil
}

func textOf(n *html.Node) string {
	if n == nil {
		return "(missing)"
	}
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.TrimSpace(b.String())
}
