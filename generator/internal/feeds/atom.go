package feeds

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/locale"
	"reportsite/generator/internal/model"
)

// The parts of an Atom feed (RFC 4287). All dates come from the content.
type (
	atomFeed struct {
		XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
		Lang    string      `xml:"xml:lang,attr"`
		Title   string      `xml:"title"`
		ID      string      `xml:"id"`
		Updated string      `xml:"updated"`
		Links   []atomLink  `xml:"link"`
		Author  atomAuthor  `xml:"author"`
		Entries []atomEntry `xml:"entry"`
	}
	atomLink struct {
		Rel  string `xml:"rel,attr,omitempty"`
		Href string `xml:"href,attr"`
	}
	atomAuthor struct {
		Name string `xml:"name"`
	}
	atomEntry struct {
		Title   string     `xml:"title"`
		ID      string     `xml:"id"`
		Updated string     `xml:"updated"`
		Links   []atomLink `xml:"link"`
		Summary string     `xml:"summary"`
	}
)

// writeAtom writes the changes as an Atom feed, the newest first. Without a
// base address the ids are names and the links relative.
func writeAtom(w *bytes.Buffer, l *locale.Locale) error {
	list, _ := l.Changes(address.MostChanges)
	title := l.Config.Title.In(l.Lang)
	feed := atomFeed{
		Lang: string(l.Lang), Title: l.T("changes") + " · " + title, ID: atomID(l, "changes/"),
		Updated: atomDate(updated(l, list)),
		Links:   []atomLink{{"self", atomHref(l, address.Feed)}, {"alternate", atomHref(l, address.File("changes/"))}},
		Author:  atomAuthor{title},
	}
	seen := map[string]int{}
	for _, c := range list {
		file, fragment := address.CutFragment(c.Path)
		id := atomID(l, file) + "?" + c.Key + "-" + c.Date.String()
		if seen[id]++; seen[id] > 1 { // such as two events of a day
			id += fmt.Sprintf("-%d", seen[id])
		}
		feed.Entries = append(feed.Entries, atomEntry{
			Title: cmp.Or(c.Of.In(l.Lang), c.Text), ID: id, Updated: atomDate(c.Date), Summary: l.Summary(c),
			Links: []atomLink{{Href: atomHref(l, address.File(file)+fragment)}},
		})
	}
	w.WriteString(xml.Header)
	e := xml.NewEncoder(w)
	e.Indent("", " ")
	if err := e.Encode(feed); err != nil {
		return err
	}
	w.WriteByte('\n')
	return nil
}

// updated is the day of the newest change; without one, the feed is as old as
// the report.
func updated(l *locale.Locale, list []locale.Change) model.Date {
	if len(list) > 0 {
		return list[0].Date
	}
	for _, d := range []model.Date{l.Verdicts.Options().AsOf, l.Edition.Published} {
		if !d.IsZero() {
			return d
		}
	}
	return model.Date{Year: l.Edition.Period.From(), Month: 1, Day: 1}
}

func atomDate(d model.Date) string { return d.String() + "T00:00:00Z" }

// atomID names something of the site for ever: its address, or a name where the
// site has none.
func atomID(l *locale.Locale, path string) string {
	if url := l.Linker.Absolute(l.Prefix + path); url != "" {
		return url
	}
	return "urn:reportsite:" + l.Prefix + path
}

// atomHref is the address of a file of the language for readers of the feed.
func atomHref(l *locale.Locale, file string) string {
	if url := l.Linker.Absolute(l.Prefix + file); url != "" {
		return url
	}
	return l.Linker.Href(l.Prefix+address.Feed, l.Prefix+file)
}
