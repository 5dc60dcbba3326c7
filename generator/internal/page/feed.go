package page

import (
	"bytes"
	"encoding/xml"
	"fmt"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/model"
)

// feedPath is the path of a book's feed.
func (b *book) feedPath() string { return b.prefix + address.Feed }

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

// writeFeed writes the changes as an Atom feed, the newest first. Without a
// base address the ids are names and the links relative.
func (b *book) writeFeed(w *bytes.Buffer) error {
	f := b.newFrame(address.KindChanges, address.Feed)
	list := b.released()
	list = list[:min(len(list), mostChanges)]
	feed := atomFeed{
		Lang: string(b.lang), Title: b.t("changes") + " · " + b.say(b.Config.Title).Text, ID: b.atomID("changes/"),
		Updated: atomDate(b.updated(list)),
		Links:   []atomLink{{"self", b.atomHref(f, b.feedPath())}, {"alternate", b.atomHref(f, fileOf(b.prefix+"changes/"))}},
		Author:  atomAuthor{b.say(b.Config.Title).Text},
	}
	seen := map[string]int{}
	for _, c := range list {
		line := c.line(f)
		path, key := c.path()
		file, fragment := cutFragment(path)
		id := b.atomID(file) + "?" + key + "-" + c.date.String()
		if seen[id]++; seen[id] > 1 { // such as two events of a day
			id += fmt.Sprintf("-%d", seen[id])
		}
		title := line.What.Text
		if title == "" {
			title = line.Text
		}
		feed.Entries = append(feed.Entries, atomEntry{
			Title: title, ID: id, Updated: atomDate(c.date), Summary: line.Text,
			Links: []atomLink{{Href: b.atomHref(f, fileOf(b.prefix+file)+fragment)}},
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
func (b *book) updated(list []change) model.Date {
	if len(list) > 0 {
		return list[0].date
	}
	for _, d := range []model.Date{b.Verdicts.Options().AsOf, b.edition.Published} {
		if !d.IsZero() {
			return d
		}
	}
	return model.Date{Year: b.edition.Period.From(), Month: 1, Day: 1}
}

func atomDate(d model.Date) string { return d.String() + "T00:00:00Z" }

// atomID names something of the site for ever: its address, or a name where the
// site has none.
func (b *book) atomID(path string) string {
	if url := b.linker.absolute(b.prefix + path); url != "" {
		return url
	}
	return "urn:reportsite:" + b.prefix + path
}

// atomHref is the address of a file for readers of the feed.
func (b *book) atomHref(f *frame, file string) string {
	if url := b.linker.absolute(file); url != "" {
		return url
	}
	return f.fileHref(file)
}
