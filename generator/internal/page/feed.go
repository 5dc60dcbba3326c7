package page

import (
	"bytes"
	"encoding/xml"
	"fmt"
)

// feedPath is the path of a book's feed.
func (b *book) feedPath() string { return b.prefix + "changes.xml" }

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
	f := b.newFrame(kindChanges, "changes.xml")
	feed := atomFeed{
		Lang: string(b.lang), Title: b.t("changes") + " · " + b.say(b.Config.Title).Text, ID: b.atomID("changes/"),
		Updated: atomDate(b.Verdicts.Options().AsOf.String()),
		Links:   []atomLink{{"self", b.atomHref(f, b.feedPath())}, {"alternate", b.atomHref(f, fileOf(b.prefix+"changes/"))}},
		Author:  atomAuthor{b.say(b.Config.Title).Text},
	}
	list := b.released()
	seen := map[string]int{}
	for _, c := range list[:min(len(list), mostChanges)] {
		line := c.line(f)
		path, title := "changes/", b.t("changes")
		switch {
		case c.target != nil:
			path = indicatorPath(c.target.Indicator)
		case c.observation != nil:
			path = indicatorPath(c.observation.Indicator)
		case c.commitment != nil:
			path = commitmentPath(c.commitment)
		}
		if line.What.Text != "" {
			title = line.What.Text
		}
		id := b.atomID(path) + "?" + c.date.String()
		if seen[id]++; seen[id] > 1 {
			id += fmt.Sprintf("-%d", seen[id])
		}
		file, fragment := cutFragment(path)
		feed.Entries = append(feed.Entries, atomEntry{
			Title: title, ID: id, Updated: atomDate(c.date.String()), Summary: line.Text,
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

func atomDate(day string) string { return day + "T00:00:00Z" }

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
