package page

import (
	"encoding/xml"
	"strings"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// log compares what the changes and their feed tell with the figures and with the
// history of verdicts.
func (a *agreement) log() {
	a.Helper()
	now := map[string]string{} // by indicator: the status that the log leaves
	for _, t := range a.book.History.Moves() {
		if v := a.in.Verdicts.Of(t.Target); now[key(t.Target)] == "" {
			now[key(t.Target)] = string(t.To)
			if t.To != v.Status {
				a.Errorf("%s: the newest change leads to %s, and the verdict is %s", key(t.Target), t.To, v.Status)
			}
		}
	}
	told := map[string][]string{} // by indicator, the lines of the page
	for id, items := range a.items() {
		i := a.byID(id)
		for _, item := range items {
			told[id] = append(told[id], item)
			if !a.isTold(i, item) {
				a.Errorf("%s: the changes say %q, and %s has %v", id, item, id, figures(i))
			}
		}
	}
	a.feed(told)
}

func key(t *model.Target) string { return t.Indicator.ID + " " + t.Period.String() }

func (a *agreement) byID(id string) *model.Indicator {
	for _, i := range a.in.Site.Indicators {
		if i.ID == id {
			return i
		}
	}
	a.Fatalf("the changes name %q", id)
	return nil
}

// items are the lines of the page of changes by indicator. A line that several share
// belongs to each.
func (a *agreement) items() map[string][]string {
	list := map[string][]string{}
	for _, item := range elements(a.page("changes/index.html"), "li") {
		for _, id := range linked(item) {
			list[id] = append(list[id], textOf(item))
		}
	}
	return list
}

// isTold says whether a line tells of a figure that there is, or of a status.
func (a *agreement) isTold(i *model.Indicator, line string) bool {
	for _, o := range i.Observations {
		words := []string{wording.Result(o, model.Chinese)}
		for _, e := range o.Earlier {
			words = append(words, wording.WriteValue(e.Value, i.Unit, model.Chinese))
		}
		for _, w := range words {
			if strings.Contains(line, wording.Time(o).Zh+"："+w) {
				return true
			}
		}
	}
	for _, t := range i.Targets {
		for _, b := range t.Versions() {
			if strings.Contains(line, b.AsWritten.Zh) && b.AsWritten.Zh != "" {
				return true
			}
		}
		for _, m := range a.book.History.OfTarget(t) {
			if strings.Contains(line, m.From.Name().Zh) && strings.Contains(line, m.To.Name().Zh) {
				return true
			}
		}
	}
	return false
}

// feed holds that the feed tells the same as the page.
func (a *agreement) feed(told map[string][]string) {
	a.Helper()
	var feed struct {
		Entries []struct {
			ID      string `xml:"id"`
			Title   string `xml:"title"`
			Summary string `xml:"summary"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal(a.file(address.Feed), &feed); err != nil {
		a.Fatal(err)
	}
	for _, e := range feed.Entries {
		_, id, _ := strings.Cut(e.ID, "indicators/")
		id, _, _ = strings.Cut(id, "/")
		if i := a.byID(id); !a.isTold(i, e.Summary) {
			a.Errorf("%s: the feed says %q, and %s has %v", id, e.Summary, id, figures(i))
		}
		figure, status, judged := strings.Cut(e.Summary, a.book.T("semicolon"))
		if strings.Contains(figure, "判断由") {
			continue
		}
		found := false
		for _, line := range told[id] {
			found = found || strings.Contains(line, strings.Fields(figure)[0]) && (!judged || strings.Contains(line, status))
		}
		if !found {
			a.Errorf("%s: the feed says %q, the changes %q", id, e.Summary, told[id])
		}
	}
}
