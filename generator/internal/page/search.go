package page

import "reportsite/generator/internal/address"

// searchPage is the page that shows results; the script fills it.
type searchPage struct {
	*frame
	Index      string // the address of the search data
	Library    string // the address of the search library; "" where it is missing
	Characters string // the address of the table of characters; "" where it is missing
	List       string // the indicator list, for readers without scripts
	Root       string // the address that the search data's addresses begin at
}

func (b *book) search(f *frame) any {
	f.name(said{Text: b.T("search")})
	f.Description = b.T("search-about")
	f.crumbs(anchor{said: f.Heading, Current: true})
	p := &searchPage{frame: f, Index: f.href(address.Index), List: f.href("indicators/"), Root: f.rootHref()}
	if a, ok := b.libraries[LibSearch]; ok {
		p.Library = f.fileHref(a.Path)
	}
	if a, ok := b.libraries[LibCharacters]; ok {
		p.Characters = f.fileHref(a.Path)
	}
	return p
}
