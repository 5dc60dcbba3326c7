package page

import (
	"net/url"
	"slices"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/answer"
	"reportsite/generator/internal/svg"
)

// statusPage shows how all targets stand: by status, section and responsible
// unit, as supervision bulletins count them.
type statusPage struct {
	*frame
	Points   []pointLine
	Overview *figure // a tile for each target of the newest edition; nil without targets
	Counts   []count
	Years    *matrix // several editions
	Parts    *matrix
	Months   *months // nil where no verdict ever moved
	Leads    *matrix // nil where the report names no responsible units
	List     targets
	Terms    []term // what the statuses mean
}

// query is what a list is filtered by.
type query map[string]string

// with is the query with one more condition.
func (q query) with(key, value string) query {
	more := query{key: value}
	for k, v := range q {
		more[k] = v
	}
	return more
}

// statusHref links to the list of the status page, filtered.
func (f *frame) statusHref(q query) string {
	values := url.Values{}
	for k, v := range q {
		values.Set(k, v)
	}
	href := f.href("status/")
	if f.Kind == string(address.KindStatus) {
		href = ""
	}
	return href + "?" + values.Encode() + "#list"
}

func (b *book) status(f *frame) any {
	f.name(said{Text: b.T("status")})
	f.Description = b.T("status-about")
	f.columnTags(columnWork)
	f.crumbs(anchor{said: f.Heading, Current: true})
	// The list begins with what lacks most of its target.
	list := slices.Clone(b.Verdicts.List())
	slices.SortStableFunc(list, answer.ByShort)
	lead := answer.Leading(b.Site.Editions, b.Edition, b.Verdicts)
	f.Answer = b.say(answer.Home(b.Site.Editions, b.Edition, b.Verdicts))
	p := &statusPage{frame: f, Points: f.points(answer.Of(b.Verdicts, lead)), Counts: f.counts(list), Terms: b.statusTerms(list)}
	rows := make([]row, 0, len(list))
	for _, v := range list {
		rows = append(rows, f.row(v.Target.Indicator, v.Target))
	}
	tiles := b.Tiles(b.Edition)
	if c := b.Chart(tiles); c != nil {
		p.Overview = &figure{
			ID: c.ID, Caption: said{Text: c.Title}, book: b, Wide: b.picture(tiles, svg.Wide), Narrow: b.picture(tiles, svg.Narrow), Small: b.picture(tiles, svg.Small),
		}
	}
	f.pictures(rows, false)
	p.List = f.targets(rows, list)
	p.Parts = f.matrix("section", rows, b.sectionOrder(), func(r *row) (string, anchor) {
		a := r.Section
		a.Href, _ = address.CutFragment(a.Href)
		a.Text = f.sectionLabel(r)
		return r.SectionID, a
	})
	if p.List.HasYears {
		p.Years = f.matrix("year", rows, b.yearOrder(), func(r *row) (string, anchor) {
			return r.YearID, anchor{said: said{Text: r.Year}, Href: f.href(r.YearID + "/")}
		})
	}
	p.Months = b.months()
	if p.List.HasLeads {
		p.Leads = f.matrix("lead", rows, nil, func(r *row) (string, anchor) {
			if r.Lead.Text == "" {
				return "", anchor{said: said{Text: b.T("no-lead")}}
			}
			return r.Lead.Text, anchor{said: r.Lead}
		})
	}
	return p
}

// sectionLabel names a row's section; with several editions, its year too.
func (f *frame) sectionLabel(r *row) string {
	if len(f.book.Site.Editions) < 2 {
		return r.Section.Text
	}
	return r.SectionID[:4] + " " + r.Section.Text
}
