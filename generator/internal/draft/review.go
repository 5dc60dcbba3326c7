package draft

import (
	"bytes"
	"cmp"
	"embed"
	"fmt"
	"html/template"
	"slices"
	"strings"
	"unicode/utf8"

	"reportsite/generator/internal/document"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/save"
	"reportsite/generator/internal/statement"
	"reportsite/generator/internal/wording"
)

// ReviewPage is the page for the person who reviews the draft, and ReviewText the
// same as text.
const (
	ReviewPage = "draft-review.html"
	ReviewText = "draft-review.md"
)

//go:embed files/review.html
var files embed.FS

var reviewTemplate = template.Must(template.ParseFS(files, "files/review.html"))

// review is what the page shows.
type review struct {
	Lang    message.Lang
	Title   string
	Summary string
	Notes   []string
	Rows    []row
	Tasks   []*Task
	Parts   []shownPart
	Dropped []string

	Legend, Text, Table string // heads
}

// Say is a message in the language of the page.
func (r review) Say(id string) string { return message.Say(r.Lang, id) }

// row is a figure in the table.
type row struct {
	N                                               int
	Words, Kind, KindWord, Name, File, Reading, Why string
	Doubts                                          []string
}

type shownPart struct {
	Title  string
	Blocks []shownBlock
}

type shownBlock struct {
	Heading string
	Rows    [][]string
	Runs    []run
}

// run is a piece of a paragraph: plain, a figure, or a number that is none.
type run struct {
	Text, Kind, Title string
	N                 int
	Doubt             bool
}

// Doubtful is how many figures are in doubt.
func (d *Draft) Doubtful() int {
	n := 0
	for _, f := range d.Figures {
		if f.doubtful() {
			n++
		}
	}
	return n
}

func (f *Figure) doubtful() bool { return len(f.Doubts) > 0 || f.Refused != nil }

// Summary says in one sentence what the draft has.
func (d *Draft) Summary(l message.Lang) string {
	targets, results, nothing := d.Counts()
	return message.Say(l, "draft-summary", "Parts", len(d.Parts), "Targets", targets, "Results", results,
		"Tasks", len(d.Tasks), "Nothing", nothing, "Doubtful", d.Doubtful())
}

// Review makes the review as a page and as text: every figure with what was understood
// and why, the doubtful ones first, and the source text with all of them marked.
func (d *Draft) Review(l message.Lang) ([]save.File, error) {
	r := review{Lang: l, Title: message.Say(l, "review-title", "Title", d.Title), Summary: d.Summary(l), Tasks: d.Tasks}
	r.Legend, r.Text, r.Table = r.Say("review-legend"), r.Say("review-text"), r.Say("review-table")
	for _, id := range d.Inferred {
		r.Notes = append(r.Notes, message.Say(l, id))
	}
	for _, f := range d.faults {
		r.Notes = append(r.Notes, message.Say(l, "doubt-refused", "Why", f.Message(l)))
	}
	for n, f := range d.Figures {
		r.Rows = append(r.Rows, d.row(n+1, f, l))
	}
	tasks := map[blockAt][]*Task{}
	for _, t := range d.Tasks {
		at := blockAt{t.Part, t.Block}
		tasks[at] = append(tasks[at], t)
	}
	for _, p := range d.Parts {
		r.Parts = append(r.Parts, d.shown(p, tasks, l))
	}
	slices.SortStableFunc(r.Rows, func(a, b row) int { return cmp.Compare(a.rank(), b.rank()) })
	for _, dropped := range d.Document.Dropped {
		r.Dropped = append(r.Dropped, message.Say(l, "dropped-line", "Why", message.Say(l, dropped.Why), "Text", cutShort(dropped.Text)))
	}
	var b bytes.Buffer
	if err := reviewTemplate.Execute(&b, r); err != nil {
		return nil, fmt.Errorf("write the review: %w", err)
	}
	return []save.File{{Path: ReviewPage, Data: b.Bytes()}, {Path: ReviewText, Data: []byte(r.markdown())}}, nil
}

// rank sorts by doubt: what a person has to decide comes first.
func (r row) rank() int {
	switch {
	case len(r.Doubts) > 0:
		return 0
	case r.Kind == string(statement.Nothing):
		return 1
	case r.Kind == string(statement.Target):
		return 2
	}
	return 3
}

func (d *Draft) row(n int, f *Figure, l message.Lang) row {
	r := row{N: n, Words: f.Words, Kind: string(f.Kind), KindWord: message.Say(l, "kind-"+string(f.Kind)), Name: f.Name}
	var reading []string
	for _, fact := range facts(&f.Item, l)[1:] {
		if fact[0] != message.Say(l, "fact-why") && fact[0] != message.Say(l, "fact-name") && fact[0] != message.Say(l, "fact-doubt") {
			reading = append(reading, fact[1])
		}
	}
	r.Reading = strings.Join(reading, " · ")
	if f.Why != "" {
		r.Why = message.Say(l, f.Why)
	}
	if f.ID != "" {
		r.File = "content/indicators/" + f.ID + ".toml"
	}
	for _, doubt := range f.Doubts {
		r.Doubts = append(r.Doubts, message.Say(l, doubt))
	}
	if f.Refused != nil {
		r.Doubts = append(r.Doubts, message.Say(l, "doubt-refused", "Why", f.Refused.Message(l)))
	}
	return r
}

// shown is a part of the text with its figures marked.
func (d *Draft) shown(p *Part, tasks map[blockAt][]*Task, l message.Lang) shownPart {
	out := shownPart{Title: p.Title}
	for n, b := range p.Blocks {
		switch b.Kind {
		case document.Heading:
			out.Blocks = append(out.Blocks, shownBlock{Heading: b.Text})
		case document.Table:
			out.Blocks = append(out.Blocks, shownBlock{Rows: b.Rows})
		default:
			out.Blocks = append(out.Blocks, shownBlock{Runs: d.runs(p, n, b.Text, tasks, l)})
		}
	}
	return out
}

// mark is a stretch of a text that is marked.
type mark struct {
	start, end int
	run        run
}

// runs cuts a paragraph at its figures, its tasks and its other numbers.
func (d *Draft) runs(p *Part, n int, text string, tasks map[blockAt][]*Task, l message.Lang) []run {
	var marks []mark
	figures, first := d.figuresOf(p, n)
	for at, f := range figures {
		if f.Row == 0 {
			marks = append(marks, mark{f.Start, f.End, run{Kind: string(f.Kind), N: first + at + 1, Doubt: f.doubtful(), Title: f.Name}})
		}
	}
	g := wording.Builtin()
	spans, kinds := g.Others(text, g.Phrases(text))
	for i, s := range spans {
		marks = append(marks, mark{s.Start, s.End, run{Kind: string(statement.Nothing), Title: message.Say(l, "other-"+string(kinds[i]))}})
	}
	for _, t := range tasks[blockAt{p, n}] {
		if at := strings.Index(text[t.piece.Start:t.piece.End], t.Title); at >= 0 {
			at += t.piece.Start
			marks = append(marks, mark{at, at + len(t.Title), run{Kind: "task", Title: t.ID}})
		}
	}
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(a.start, b.start) })
	var list []run
	at := 0
	for _, m := range marks {
		if m.start < at {
			continue
		}
		if m.start > at {
			list = append(list, run{Text: text[at:m.start]})
		}
		m.run.Text = text[m.start:m.end]
		list, at = append(list, m.run), m.end
	}
	return append(list, run{Text: text[at:]})
}

// inCell writes a text as a cell of a Markdown table has it.
var inCell = strings.NewReplacer("|", `\|`, "\n", " ")

// markdown is the review as Markdown.
func (r review) markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n\n%s\n", r.Title, r.Say("review-how"), r.Summary)
	for _, n := range r.Notes {
		fmt.Fprintf(&b, "\n- %s\n", n)
	}
	fmt.Fprintf(&b, "\n## %s\n\n| # | %s | %s | %s | %s | %s |\n|---|---|---|---|---|---|\n", r.Say("review-figures"),
		r.Say("fact-words"), r.Say("fact-kind"), r.Say("fact-name"), r.Say("review-reading"), r.Say("fact-why"))
	for _, f := range r.Rows {
		why := strings.Join(append([]string{f.Why}, f.Doubts...), " / ")
		cells := []string{fmt.Sprint(f.N), f.Words, f.KindWord, f.Name, f.Reading, why}
		for i := range cells {
			cells[i] = inCell.Replace(cells[i])
		}
		b.WriteString("| " + strings.Join(cells, " | ") + " |\n")
	}
	if len(r.Tasks) > 0 {
		fmt.Fprintf(&b, "\n## %s\n\n", r.Say("review-tasks"))
		for _, t := range r.Tasks {
			fmt.Fprintf(&b, "- %s (%s)\n", t.Title, t.ID)
		}
	}
	if len(r.Dropped) > 0 {
		fmt.Fprintf(&b, "\n## %s\n\n", r.Say("review-dropped"))
		for _, s := range r.Dropped {
			fmt.Fprintf(&b, "- %s\n", s)
		}
	}
	return b.String()
}

// longest is how much of a dropped text the review quotes, in characters.
const longest = 120

func cutShort(s string) string {
	if utf8.RuneCountInString(s) > longest {
		return string([]rune(s)[:longest]) + "…"
	}
	return s
}
