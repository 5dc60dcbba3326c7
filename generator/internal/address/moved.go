package address

import (
	"strings"

	"reportsite/generator/internal/model"
)

// Move is an address that leads on to another one; both are relative to the root of a
// language's pages, or, of a file that all languages share, to the site's root.
type Move struct{ From, To string }

// Moved are the pages that had another address before, in the order of the site: each
// former address, and with that of an indicator the page for frames.
func Moved(site *model.Site) []Move {
	var list []Move
	add := func(former []string, to string) {
		for _, from := range former {
			list = append(list, Move{from, to})
		}
	}
	for _, e := range site.Editions {
		for _, s := range e.Sections {
			add(s.Former, Section(s))
		}
	}
	for _, i := range site.Indicators {
		add(i.Former, Indicator(i))
		for _, id := range formerIDs(i) {
			list = append(list, Move{Embeds + id + "/", Embed(i)})
		}
	}
	for _, p := range site.Pages {
		add(p.Former, Prose(p))
	}
	return list
}

// MovedFiles are the files of indicators that had another id before. Only a web server
// can lead on from them.
func MovedFiles(site *model.Site) []Move {
	var list []Move
	for _, i := range site.Indicators {
		for _, id := range formerIDs(i) {
			for _, ending := range []string{".json", ".csv", ".svg"} {
				list = append(list, Move{DataFiles + id + ending, Data(i, ending)})
			}
		}
	}
	return list
}

// formerIDs are the ids that an indicator had before.
func formerIDs(i *model.Indicator) []string {
	var list []string
	for _, address := range i.Former {
		if id, ok := strings.CutPrefix(address, "indicators/"); ok && strings.Count(id, "/") == 1 {
			list = append(list, strings.TrimSuffix(id, "/"))
		}
	}
	return list
}
