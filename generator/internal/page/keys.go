package page

import (
	"crypto/sha256"
	"fmt"
	"hash"

	"reportsite/generator/internal/model"
)

// Key stands for everything that the bytes of a file follow from: where it is
// the same in two builds, so is the file.
type Key [sha256.Size]byte

// Sums are hashes of what a site is made from.
type Sums struct {
	Program Key // what makes the files, but the theme
	Frame   Key // the content that any page may show: sources, groups, titles of reports
	Content Key // all content

	// Facts is the hash of what is written of an indicator.
	Facts func(i *model.Indicator) Key
}

// Keys gives the keys of a site's files. Those of an indicator follow from what
// is written of it and of those that it is shown with, and from the little that
// all pages show; the others from everything.
func (t *Theme) Keys(in Input, sums Sums) func(File) Key {
	frame := t.frameKey(in, sums)
	rest := keyOf(func(h hash.Hash) { fmt.Fprintf(h, "%x %x\n", frame, sums.Content) })
	indicators := make(map[*model.Indicator]Key, len(in.Site.Indicators))
	for _, i := range in.Site.Indicators {
		indicators[i] = indicatorKey(i, frame, sums.Facts)
	}
	return func(f File) Key {
		if f.Of != nil {
			return indicators[f.Of]
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
			fmt.Fprintf(h, "%q %q ", i.Short.Zh, i.Short.En)
		}
	})
}

// indicatorKey is of what an indicator's files show. A verdict may look at
// another indicator, and so may those of the related ones that are listed.
func indicatorKey(i *model.Indicator, frame Key, facts func(*model.Indicator) Key) Key {
	return keyOf(func(h hash.Hash) {
		fmt.Fprintf(h, "%x\n", frame)
		judged := func(i *model.Indicator) {
			fmt.Fprintf(h, "%q %x\n", i.ID, facts(i))
			for _, t := range i.Targets {
				for _, bound := range append([]model.Bound{t.Bound}, t.Earlier...) {
					if bound.Ref != nil {
						fmt.Fprintf(h, "%q %x\n", bound.Ref.ID, facts(bound.Ref))
					}
				}
			}
		}
		judged(i)
		for _, other := range i.Related[:min(mostRelated, len(i.Related))] {
			judged(other)
		}
		for _, s := range append([]*model.Section{i.Section}, i.CitedBy...) {
			fmt.Fprintf(h, "%q %q %q\n", s.Ref(), s.Title.Zh, s.Title.En)
		}
	})
}

func keyOf(write func(hash.Hash)) (k Key) {
	h := sha256.New()
	write(h)
	h.Sum(k[:0])
	return k
}
