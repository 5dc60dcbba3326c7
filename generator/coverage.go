package main

import (
	"fmt"

	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// listCoverage prints how the figures of the prose agree with the data: those
// without an indicator, those that are not exactly the figure of the data, and how
// many agree in which way.
func (o *options) listCoverage(site *model.Site) {
	for _, u := range site.Coverage.Unbound {
		fmt.Fprintln(o.stderr, message.Say(o.lang, "unbound", "Place", fmt.Sprintf("%s:%d:%d", u.File, u.Line, u.Col), "Figure", u.Text))
	}
	count, converted, versions := map[model.How]int{}, 0, 0
	for _, c := range site.Coverage.Cited {
		count[c.Match.How]++
		if c.Match.Converted {
			converted++
		}
		if c.Version != nil {
			versions++
		}
		if c.Match == (model.Match{How: model.Exact}) && c.Version == nil {
			continue
		}
		fmt.Fprintln(o.stderr, message.Say(o.lang, "cited", "Place", fmt.Sprintf("%s:%d:%d", c.File, c.Line, c.Col), "Figure", c.Text,
			"How", o.agreement(c), "ID", c.Indicator.ID, "Data", o.datum(c)))
	}
	fmt.Fprintln(o.stderr, message.Say(o.lang, "cited-counts", "Exact", count[model.Exact], "Rounded", count[model.Rounded], "Cut", count[model.Cut],
		"Approximate", count[model.Approximate], "Converted", converted, "Versions", versions))
}

// agreement says how a figure of the prose agrees with its data.
func (o *options) agreement(c model.Cited) string {
	var words []string
	switch c.Match.How {
	case model.Exact:
		words = append(words, message.Say(o.lang, "cited-exact"))
	case model.Rounded:
		words = append(words, message.Say(o.lang, "cited-rounded"))
	case model.Cut:
		words = append(words, message.Say(o.lang, "cited-cut"))
	case model.Approximate:
		words = append(words, message.Say(o.lang, "cited-approximate"))
	}
	if c.Match.Converted {
		words = append(words, message.Say(o.lang, "cited-converted"))
	}
	if c.Version != nil {
		words = append(words, message.Say(o.lang, "cited-version", "Date", c.Version.Announced.String()))
	}
	all := words[0]
	for _, more := range words[1:] {
		all = message.Say(o.lang, "cited-and", "One", all, "Two", more)
	}
	return all
}

// datum is the figure of the data that a citation refers to.
func (o *options) datum(c model.Cited) string {
	l := model.Chinese
	if o.lang == message.English {
		l = model.English
	}
	switch {
	case c.Result != nil:
		return wording.WriteValue(c.Result.Value, c.Indicator.Unit, l)
	case c.Version != nil:
		return wording.WriteBound(*c.Version, c.Indicator, l)
	}
	return wording.Write(c.Target, l)
}
