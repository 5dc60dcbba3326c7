package page

import (
	"crypto/sha256"
	"fmt"
	"hash"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// Key stands for everything that the bytes of a file follow from: where it is
// the same in two builds, so is the file.
type Key [sha256.Size]byte

// Sums are hashes of what a site is made from.
type Sums struct {
	Program Key // what makes the files, but the theme
	Frame   Key // the content that any page may show: sources, groups, titles of reports
	Content Key // all content

	// Facts is the hash of what is written of an indicator, Prose that of a
	// section's text and commitments.
	Facts func(*model.Indicator) Key
	Prose func(*model.Section) Key
}

// Keys gives the keys of a site's files. Those of an indicator or section follow
// from what is written of it and of those that it is shown with, and from the
// little that all pages show; the others from everything.
func (t *Theme) Keys(in Input, sums Sums) func(File) Key {
	frame := t.frameKey(in, sums)
	rest := keyOf(func(h hash.Hash) { fmt.Fprintf(h, "%x %x\n", frame, sums.Content) })
	indicators := map[*model.Indicator]Key{}
	for _, i := range in.Site.Indicators {
		indicators[i] = keyOf(func(h hash.Hash) { keying{h, sums}.indicator(i, frame) })
	}
	sections := map[*model.Section]Key{}
	for _, e := range in.Site.Editions {
		for _, s := range e.Sections {
			sections[s] = keyOf(func(h hash.Hash) { keying{h, sums}.section(s, frame) })
		}
	}
	return func(f File) Key {
		switch {
		case f.Of != nil:
			return indicators[f.Of]
		case f.In != nil:
			return sections[f.In]
		}
		return rest
	}
}

// frameKey is of what newFrame and the columns' tags show.
func (t *Theme) frameKey(in Input, sums Sums) Key {
	return keyOf(func(h hash.Hash) {
		fmt.Fprintf(h, "%x %x %x %x\n", sums.Program, sums.Frame, t.sum, in.Config.Sum)
		for _, name := range []string{libCharts, libSearch} {
			fmt.Fprintf(h, "%x\n", sha256.Sum256(in.Libraries[name]))
		}
		fmt.Fprintf(h, "%s %t\n", in.Verdicts.Options().AsOf, len(in.Site.Commitments) > 0)
		for _, t := range tongues(in) {
			fmt.Fprintf(h, "%q ", t.lang)
		}
		for _, p := range in.Site.Pages {
			fmt.Fprintf(h, "%q %q %q ", p.ID, p.Title.Zh, p.Title.En)
		}
		for _, i := range headlines(in.Site) {
			label := wording.Label(i)
			fmt.Fprintf(h, "%q %q ", label.Zh, label.En)
		}
	})
}

// keying writes what a key stands for into its hash.
type keying struct {
	hash.Hash
	Sums
}

// indicator is of what an indicator's files show.
func (k keying) indicator(i *model.Indicator, frame Key) {
	fmt.Fprintf(k, "%x\n", frame)
	k.judged(i)
	for _, other := range i.Related[:min(mostRelated, len(i.Related))] {
		k.judged(other)
	}
	for _, s := range append([]*model.Section{i.Section}, i.CitedBy...) {
		k.named(s)
	}
}

// judged is an indicator with its verdict, which may look at another one.
func (k keying) judged(i *model.Indicator) {
	fmt.Fprintf(k, "%q %x\n", i.ID, k.Facts(i))
	for _, t := range i.Targets {
		for _, bound := range append([]model.Bound{t.Bound}, t.Earlier...) {
			if bound.Ref != nil {
				fmt.Fprintf(k, "%q %x\n", bound.Ref.ID, k.Facts(bound.Ref))
			}
		}
	}
}

func (k keying) named(s *model.Section) {
	fmt.Fprintf(k, "%q %q %q %q %q\n", s.Ref(), s.Title.Zh, s.Title.En, s.Summary.Zh, s.Summary.En)
}

// section is of what a section's files show: its prose and figures, the names of
// its neighbours, and what its sub-themes have.
func (k keying) section(s *model.Section, frame Key) {
	fmt.Fprintf(k, "%x\n", frame)
	for _, other := range s.Edition.Sections {
		k.named(other)
	}
	k.shown(s)
}

func (k keying) shown(s *model.Section) {
	fmt.Fprintf(k, "%q %x\n", s.Ref(), k.Prose(s))
	for _, i := range s.Indicators {
		k.judged(i)
	}
	for _, body := range []*model.Body{&s.Body, s.BodyEn} {
		if body == nil {
			continue
		}
		for _, part := range body.Parts {
			switch part := part.(type) {
			case model.Cite:
				k.judged(part.Indicator)
			case model.CommitmentLink: // to another section's, perhaps
				fmt.Fprintf(k, "%q %q %q\n", part.Commitment.ID, part.Commitment.Title.Zh, part.Commitment.Title.En)
			case model.Figure:
				for _, i := range part.Indicators {
					k.judged(i)
				}
			}
		}
	}
	for _, kid := range s.Children {
		k.shown(kid)
	}
}

func keyOf(write func(hash.Hash)) (k Key) {
	h := sha256.New()
	write(h)
	h.Sum(k[:0])
	return k
}
