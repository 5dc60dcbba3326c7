package page

import (
	"html/template"
	"regexp"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/locale"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// printPage is the whole report of a year on one page, for paper and PDF.
type printPage struct {
	*frame
	Note      said
	Issuer    said
	Published string
	Source    sourceLine
	Year      string
	Sections  []printSection
	Table     []printRow
	Sources   []sourceLine
}

type printSection struct {
	ID       string
	Title    said
	Level    int // 2, or 3 for a section within a part
	Summary  said
	Body     []piece
	BodyLang string
	Tasks    *taskList
}

// printRow is an indicator in the appendix.
type printRow struct {
	Name, Target said
	When         string // of the target, where it is not all of the report's time
	Unit         string
	Result       string
	Period       string // of the result
	Badge        *badge
	Source       sourceLine
}

func (b *book) print(f *frame, e *model.Edition) any {
	f.name(b.say(e.Title))
	f.crumbs(f.anchor(e.Title, address.Edition(e)), anchor{said: said{Text: b.T("print")}, Current: true})
	f.Hidden = true
	p := &printPage{
		frame: f, Note: b.say(e.Note), Issuer: b.say(e.Issuer), Published: b.Date(e.Published),
		Source: f.source(e.Source), Year: b.Period(e.Period),
	}
	shown, sources := map[string]bool{}, []*model.Source{e.Source}
	for _, s := range e.Sections {
		sources = append(sources, b.bodySources(s)...)
		p.Sections = append(p.Sections, f.printSection(s, shown))
	}
	for _, i := range b.Site.Indicators {
		for _, t := range e.Targets(i) {
			v := b.Verdicts.Of(t)
			badge := b.badge(v.Status)
			r := printRow{Name: b.say(wording.Title(i)), Unit: i.Unit.In(b.Lang), Target: b.say(t.AsWritten), Badge: &badge, Source: f.source(e.Source)}
			if t.Period != e.Period {
				r.When = b.Period(t.Period)
			}
			r.Result, r.Period = b.result(v)
			if v.Actual != nil {
				r.Source = f.source(v.Actual.Source)
				sources = append(sources, v.Actual.Source)
			}
			p.Table = append(p.Table, r)
		}
	}
	p.Sources = f.sourceLines(sources)
	return p
}

// bodySources are those of the figures in the prose of a section.
func (b *book) bodySources(s *model.Section) (list []*model.Source) {
	for _, plot := range b.BodyPlots(locale.SectionOwner(s), b.Body(&s.Body, s.BodyEn)) {
		if c := b.Chart(plot); c != nil {
			list = append(list, c.Sources...)
		}
	}
	return list
}

// printSection is a section with ids of its own: several sections may have a
// heading #growth. A chart that stands on the page already is not shown again.
func (f *frame) printSection(s *model.Section, shown map[string]bool) printSection {
	b := f.book
	out := printSection{ID: "section:" + s.ID, Title: b.say(s.Title), Level: 2, Summary: b.say(s.Summary)}
	if s.Parent != nil {
		out.Level = 3
	}
	if b.Lang == model.English && s.BodyEn == nil {
		out.BodyLang = string(model.Chinese)
	}
	for _, part := range f.body(locale.SectionOwner(s), b.Body(&s.Body, s.BodyEn), out.BodyLang) {
		switch {
		case part.HTML != "":
			part.HTML = template.HTML(ownIDs(string(part.HTML), out.ID, out.Level-1))
		case part.Figure != nil && shown[part.Figure.ID]:
			continue
		case part.Figure != nil:
			shown[part.Figure.ID] = true
			part.Figure.Live = "" // paper is not interactive
		}
		out.Body = append(out.Body, part)
	}
	out.Tasks = f.taskList(s.Commitments)
	return out
}

var (
	anID      = regexp.MustCompile(`(<[a-z0-9]+(?: [a-z-]+="[^"]*")*? id=")`)
	aFragment = regexp.MustCompile(`(<a (?:[a-z-]+="[^"]*" )*?href="#)`)
	aHeading  = regexp.MustCompile(`<(/?)h([2-5])\b`)
)

// ownIDs puts a section's id before the ids and the links to them, and makes its
// headings lower by as many levels as stand above them on this page. The colon
// keeps them apart from everything else: neither the names of sections nor the
// ids of headings have one.
func ownIDs(html, section string, above int) string {
	html = anID.ReplaceAllString(html, "${1}"+section+":")
	html = aFragment.ReplaceAllString(html, "${1}"+section+":")
	return aHeading.ReplaceAllStringFunc(html, func(tag string) string {
		level := min(tag[len(tag)-1]+byte(above), '6')
		return tag[:len(tag)-1] + string(level)
	})
}
