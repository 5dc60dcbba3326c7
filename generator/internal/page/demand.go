package page

import (
	"slices"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/share"
	"reportsite/generator/internal/theme"
)

// Files lists the files of a site without making any: those of the pages, and
// what belongs to them. Those of an indicator stand together.
func Files(t *theme.Theme, in Input) []File {
	list := filesOf(t, in)
	files := make([]File, len(list))
	for n, one := range list {
		files[n] = File{one.path, one.make}
	}
	return files
}

func filesOf(t *theme.Theme, in Input) []task {
	var list []task
	books := books(t, in)
	own := books[0]
	for _, i := range in.Site.Indicators {
		for _, b := range books {
			for _, a := range address.OfIndicator(i) {
				list = append(list, b.page(a))
			}
			list = append(list, b.shareFile(address.Picture(i), func() *share.Card { return b.indicatorCard(i) })...)
			list = append(list, own.liveFiles(b.indicatorPlots(in, i))...)
		}
		list = append(list, own.indicatorFiles(i)...)
	}
	for _, e := range in.Site.Editions {
		for _, s := range e.Sections {
			for _, b := range books {
				list = append(list, b.page(address.OfSection(s)))
				list = append(list, own.liveFiles(b.sectionPlots(in, s))...)
			}
		}
	}
	for _, b := range books {
		list = append(list, b.pages()...)
		list = append(list, own.liveFiles(b.plots(in))...)
	}
	return slices.Concat(list, own.dataFiles(), own.libraryFiles(), assetFiles(t))
}
