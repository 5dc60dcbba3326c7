package page

import (
	"cmp"
	"html/template"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/locale"
	"reportsite/generator/internal/model"
)

// piece is a part of a body as templates see it: exactly one field is set.
type piece struct {
	HTML    template.HTML
	Link    *inlineLink
	Figure  *figure
	Picture *picture
}

// inlineLink is a link within the prose.
type inlineLink struct {
	HTML template.HTML
	Text said // where the prose leaves the wording to the page
	Href string
	Kind string // "cite", "task", "page" or "file"
	Note string // behind it: what kind of file it is, and how large
}

// body turns prose into pieces. Owner is whose figures they are; lang is the
// language of the prose where it is not that of the page. What the page itself
// writes between is then marked as being in the page's language.
func (f *frame) body(o locale.Owner, body *model.Body, lang string) []piece {
	b := f.book
	own := ""
	if lang != "" {
		own = f.Lang
	}
	plots := b.BodyPlots(o, body)
	pieces := make([]piece, 0, len(body.Parts))
	for _, part := range body.Parts {
		switch part := part.(type) {
		case model.HTML:
			pieces = append(pieces, piece{HTML: template.HTML(part)}) // package markdown made it
		case model.Cite:
			link := f.cite(part)
			link.Text.Lang = cmp.Or(link.Text.Lang, own)
			pieces = append(pieces, piece{Link: link})
		case model.CommitmentLink:
			link := &inlineLink{HTML: template.HTML(part.Text), Href: f.href(address.Commitment(part.Commitment)), Kind: "task"}
			if part.Text == "" {
				link.Text = b.say(part.Commitment.Title)
				link.Text.Lang = cmp.Or(link.Text.Lang, own)
			}
			pieces = append(pieces, piece{Link: link})
		case model.PageLink:
			href := f.href
			if address.IsShared(part.Path) {
				href = f.fileHref
			}
			pieces = append(pieces, piece{Link: &inlineLink{HTML: template.HTML(part.Text), Href: href(part.Path), Kind: "page"}})
		case model.FileLink:
			pieces = append(pieces, piece{Link: f.fileLink(part)})
		case model.Picture:
			pieces = append(pieces, piece{Picture: f.ownPicture(part, pieces, lang)})
		case model.Figure:
			fig := f.figureOf(part, plots[0], o.Period)
			fig.Lang = own
			if part.Caption != "" {
				fig.Caption.Lang = lang
			}
			pieces = append(pieces, piece{Figure: fig})
			plots = plots[1:]
		}
	}
	return pieces
}

// cite links a figure of the prose to its indicator. Where the prose gives no
// words, they are written here.
func (f *frame) cite(c model.Cite) *inlineLink {
	link := &inlineLink{HTML: template.HTML(c.Text), Href: f.href(address.Indicator(c.Indicator)), Kind: "cite"}
	if c.Text == "" {
		link.Text = f.book.citeText(c)
	}
	return link
}

// citeText is a figure of the prose in the page's words.
func (b *book) citeText(c model.Cite) said {
	if c.Target != nil {
		return b.say(c.Target.AsWritten)
	}
	return said{Text: b.CiteText(c)}
}
