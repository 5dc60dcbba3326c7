package page

import (
	"slices"

	"reportsite/generator/internal/feeds"
	"reportsite/generator/internal/locale"
	"reportsite/generator/internal/output"
	"reportsite/generator/internal/testsite"
	"reportsite/generator/internal/theme"
)

// input is what a test makes a site of.
type input struct {
	locale.Input
	Parts
}

func tinySite() input { return input{Input: testsite.Tiny()} }

// filesOf lists pages and the files for programs, to which pages link.
func filesOf(t *theme.Theme, in input) []output.File {
	locales := locale.All(in.Input, t.Texts)
	_, live := in.Libraries[LibCharts]
	feed := feeds.New(locales, live)
	in.Data = feed
	pages := New(t, locales, in.Parts)
	var list []output.File
	for _, i := range in.Site.Indicators {
		list = slices.Concat(list, pages.Indicator(i), feed.Indicator(i))
	}
	return slices.Concat(list, pages.Others(), feed.Others())
}

// needs are the messages that the program asks the theme for.
func needs() []string { return slices.Concat(locale.Needs(), Needs(), feeds.Needs()) }
