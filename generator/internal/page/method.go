package page

import "reportsite/generator/internal/verdict"

// methodPage tells how the verdicts are made.
type methodPage struct {
	*frame
	Statuses  []statusLine
	Rules     []ruleLine
	Operators []operatorLine
	Reasons   []reasonLine
	Examples  []exampleLine
}

type statusLine struct {
	badge
	Meaning said
}

type ruleLine struct {
	ID          string
	Title, Text said
}

type operatorLine struct {
	ID                  string
	Name, Wording, Rule said
	Formula             string
}

type reasonLine struct {
	ID   string
	Text said
}

type exampleLine struct {
	Title said
	judgement
}

func (b *book) method(f *frame) any {
	f.name(said{Text: b.T("method")})
	f.Description = b.T("method-about")
	f.columnTags(columnAbout)
	f.crumbs(anchor{said: f.Heading, Current: true})
	g := verdict.Method(b.Verdicts.Options())
	p := &methodPage{frame: f}
	for _, s := range g.Statuses {
		p.Statuses = append(p.Statuses, statusLine{b.badge(s.ID), b.say(s.Meaning)})
	}
	for _, r := range g.Rules {
		p.Rules = append(p.Rules, ruleLine{r.ID, b.say(r.Title), b.say(r.Text)})
	}
	for _, o := range g.Operators {
		p.Operators = append(p.Operators, operatorLine{string(o.Op), b.say(o.Name), b.say(o.Wording), b.say(o.Rule), o.Formula})
	}
	for _, r := range g.Reasons {
		p.Reasons = append(p.Reasons, reasonLine{string(r.ID), b.say(r.Text)})
	}
	for _, e := range g.Examples {
		p.Examples = append(p.Examples, exampleLine{b.say(e.Title), f.judgement(e.Verdict)})
	}
	return p
}
