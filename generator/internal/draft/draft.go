// Package draft makes a site out of the text of a report: sections with the report's own
// sentences, an indicator for each target and result, a task for each promise without
// a number, and a review that says of each figure what was understood and why.
//
// What the text does not have is not in the draft: no source, date, result or target
// is invented, and what was only inferred is said to be.
package draft

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/document"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/save"
	"reportsite/generator/internal/statement"
	"reportsite/generator/internal/wording"
)

// Options say what a person knows about the report and the text does not say.
type Options struct {
	Name  string // of the file, for the source
	Title string
	Place string
	Year  int        // 0: as the text says
	Today model.Date // the year of a report that names none is taken from it, and said to be
}

// Draft is what was made of a text.
type Draft struct {
	Title    string
	Place    string
	Period   model.Period
	Inferred []string // what of title, place and year is not in the text
	Document *document.Document
	Parts    []*Part
	Figures  []*Figure
	Tasks    []*Task
	Files    []save.File

	indicators []*indicator
	refs       map[string]*indicator
	blocks     map[blockAt]figureRange
	results    bool              // the text is a bulletin: it has results only
	faults     []diag.Diagnostic // that no figure caused
}

// Part is a section of the site.
type Part struct {
	ID, Title, Parent string
	File              string
	Blocks            []document.Block
	Role              statement.Role
	level             int
	guessed           bool // the role: its heading does not say
}

// Figure is a figure of the text, and what was made of it.
type Figure struct {
	statement.Item
	Part    *Part
	Block   int
	ID      string           // of the indicator; "" where none was made
	Refused *diag.Diagnostic // why the check refused it; nil where it did not
	bound   bool             // its words are a link
}

// Text makes a draft of a document.
func Text(ctx context.Context, doc *document.Document, o Options) (*Draft, error) {
	d := &Draft{Document: doc, Title: cmp.Or(o.Title, doc.Title), refs: map[string]*indicator{}, blocks: map[blockAt]figureRange{}}
	d.findPeriod(o)
	d.findPlace(o)
	if d.Title == "" {
		d.Title = d.Place + d.Period.String() + "年工作报告"
		d.Inferred = append(d.Inferred, "draft-inferred-title")
	}
	d.outline()
	d.read(wording.Builtin())
	d.collect()
	d.promises()
	if err := d.settle(ctx, o); err != nil {
		return nil, fmt.Errorf("draft: %w", err)
	}
	return d, nil
}

// read reads the figures of all parts.
func (d *Draft) read(g *wording.Grammar) {
	r := statement.NewReader(g)
	for _, p := range d.Parts {
		r.Heading()
		ctx := d.context(p)
		for n, b := range p.Blocks {
			if b.Kind == document.Heading {
				r.Heading()
				if role := d.roleOf(b.Text); role != statement.Unknown {
					ctx.Role = role
				}
				continue
			}
			var items []statement.Item
			if b.Kind == document.Table {
				items = r.Table(b.Rows, ctx)
			} else {
				at := ctx
				switch role := d.roleOfSentence(b.Text); {
				case ctx.Role == statement.Unknown, p.guessed && role == statement.Review:
					at.Role = role
				}
				items = r.Read(b.Text, at)
			}
			first := len(d.Figures)
			for _, item := range items {
				d.Figures = append(d.Figures, &Figure{Item: item, Part: p, Block: n})
			}
			d.blocks[blockAt{p, n}] = figureRange{first, len(d.Figures)}
		}
	}
}

// blockAt is a block of a part.
type blockAt struct {
	part  *Part
	block int
}

// figureRange are the figures of a block: those of [Draft.Figures] from first on, before end.
type figureRange struct{ first, end int }

// figuresOf are the figures of a block, and the place of the first in all figures.
func (d *Draft) figuresOf(p *Part, n int) (figures []*Figure, first int) {
	r := d.blocks[blockAt{p, n}]
	return d.Figures[r.first:r.end], r.first
}

// context is what is known of a part before it is read.
func (d *Draft) context(p *Part) statement.Context {
	ctx := statement.Context{Period: d.Period, Role: p.Role, Stage: "预计", Done: model.YearOf(d.Period.From() - 1)}
	if d.results {
		var start []string
		for _, b := range d.Document.Blocks[:min(3, len(d.Document.Blocks))] {
			start = append(start, b.Text)
		}
		if bulletin, ok := statement.Bulletin(d.Title, start, d.Document.Published); ok {
			return bulletin
		}
		ctx.Role, ctx.Stage, ctx.Done, ctx.Basis = statement.Review, "", d.Period, model.Annual
	}
	return ctx
}

// Counts are how many targets, results and other figures there are.
func (d *Draft) Counts() (targets, results, nothing int) {
	for _, f := range d.Figures {
		switch f.Kind {
		case statement.Target:
			targets++
		case statement.Result:
			results++
		default:
			nothing++
		}
	}
	return targets, results, nothing
}

// sayAll are messages in Chinese, joined: what was inferred is for the site's readers.
func sayAll(ids []string) string {
	var list []string
	for _, id := range ids {
		list = append(list, message.Say(message.Chinese, id))
	}
	return strings.Join(list, "")
}
