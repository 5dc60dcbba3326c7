package page

import (
	"bytes"
	"strconv"
	"strings"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/answer"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/output"
	"reportsite/generator/internal/share"
	"reportsite/generator/internal/svg"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// shareFile makes the picture that other sites show beside a link to a page.
func (b *book) shareFile(path string, card func() *share.Card) []output.File {
	if b.Fonts == nil {
		return nil
	}
	return []output.File{{Path: b.Prefix + path, Make: func(w *bytes.Buffer) error {
		png, err := b.Fonts.Draw(card())
		switch {
		case err != nil:
			return err
		case png == nil:
			return output.ErrAbsent
		}
		_, err = w.Write(png)
		return err
	}}}
}

// pictured tells other sites of the page's picture, if it has one: they want its
// whole address, so that a site without a base address tells nothing.
func (f *frame) pictured(path string, card *share.Card, alt string) bool {
	if !f.book.hasPicture(card) {
		return false
	}
	f.picture(path, alt)
	return true
}

// picture tells other sites of a picture that there is.
func (f *frame) picture(path, alt string) {
	f.Picture, f.PictureAlt = f.book.Linker.Absolute(f.book.Prefix+path), alt
	if f.Picture != "" {
		f.Meta = append(f.Meta, meta{"twitter:card", "summary_large_image"})
	}
}

// frontPicture says what the picture of the home page shows; "" where there is none.
func (b *book) frontPicture() string {
	card := b.homeCard()
	if !b.hasPicture(card) {
		return ""
	}
	return homeAlt(card)
}

// borrowPicture gives a page without a picture of its own that of the home page.
func (f *frame) borrowPicture() {
	if alt := f.book.front(); alt != "" {
		f.picture(address.HomePicture, alt)
	}
}

// hasPicture reports whether a card is a picture. A font that cannot be read is
// an error of the picture's own file.
func (b *book) hasPicture(card *share.Card) bool {
	if b.Fonts == nil {
		return false
	}
	ok, err := b.Fonts.Writes(card)
	return ok && err == nil
}

// indicatorCard is the picture of an indicator.
func (b *book) indicatorCard(i *model.Indicator) *share.Card {
	c := &share.Card{
		Lang: b.Lang, Site: b.Config.Title.In(b.Lang), Title: wording.Title(i).In(b.Lang),
		Chart: b.Chart(b.Main(i)), Foot: b.Credit(i).Words(b.Lang),
	}
	v := b.Verdicts.Latest(i)
	if v == nil {
		if o := b.Verdicts.Newest(i).Observation; o != nil {
			c.Figure, c.When = b.Observed(o), b.Time(o)
		}
		return c
	}
	c.Figure, c.When = b.result(v)
	c.Aim = b.T("target-of", "Year", b.Period(v.Target.Period.Edition()))
	c.Target = v.Bound.AsWritten.In(b.Lang)
	c.Verdict = shareVerdict(b.badge(v.Status), 0)
	return c
}

func shareVerdict(g badge, n int) *share.Verdict {
	return &share.Verdict{Status: g.ID, Word: g.Name, N: n}
}

// homeCard is the picture of the home page: how the targets of its report stand.
func (b *book) homeCard() *share.Card {
	c := &share.Card{
		Lang: b.Lang, Title: b.Config.Title.In(b.Lang),
		When: b.Edition.Title.In(b.Lang), Foot: svg.Credit{Date: b.Date(b.Verdicts.Options().AsOf)}.Words(b.Lang),
	}
	if place := b.Config.Place.In(b.Lang); !strings.Contains(c.Title, place) {
		c.Site = place
	}
	sum := 0
	for _, n := range verdict.Counts(answer.Of(b.Verdicts, b.Edition)) {
		if n.N > 0 {
			c.Counts = append(c.Counts, *shareVerdict(b.badge(n.Status), n.N))
		}
		sum += n.N
	}
	if sum > 0 {
		c.Figure = b.T("share-targets", "N", sum)
	}
	return c
}

// homeAlt says what the picture of the home page shows.
func homeAlt(c *share.Card) string {
	alt := c.Title + " · " + c.When
	for _, v := range c.Counts {
		alt += " · " + v.Word + " " + strconv.Itoa(v.N)
	}
	return alt
}

// pictureAlt says what the picture of an indicator shows.
func (b *book) pictureAlt(i *model.Indicator) string {
	alt := wording.Title(i).In(b.Lang)
	if c := b.Chart(b.Main(i)); c != nil && c.Title != alt {
		alt += b.T("colon") + c.Title
	}
	return alt
}
