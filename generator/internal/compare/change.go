package compare

import (
	"cmp"
	"encoding/json"
	"math/big"
	"slices"
	"strings"
)

// Kind is what has changed.
type Kind string

// The kinds of changes.
const (
	IndicatorAdded   Kind = "indicator-added"
	IndicatorRemoved Kind = "indicator-removed"
	TargetAdded      Kind = "target-added"
	TargetRemoved    Kind = "target-removed"
	TargetChanged    Kind = "target-changed"
	ResultAdded      Kind = "result-added"
	ResultRemoved    Kind = "result-removed"
	ResultRevised    Kind = "result-revised"
	ResultSilent     Kind = "result-silent" // the value is another one, and the former value stands nowhere
	VerdictChanged   Kind = "verdict-changed"
)

// kinds is the order in which the changes of one indicator are listed.
var kinds = []Kind{
	IndicatorAdded, IndicatorRemoved, TargetAdded, TargetRemoved, TargetChanged,
	ResultAdded, ResultRemoved, ResultRevised, ResultSilent, VerdictChanged,
}

// Change is one difference. Old and New are empty where there is none.
type Change struct {
	Indicator string `json:"indicator"`
	Name      string `json:"name"`
	Kind      Kind   `json:"kind"`
	Period    string `json:"period,omitempty"`
	Basis     string `json:"basis,omitempty"`
	Old       string `json:"old,omitempty"`
	New       string `json:"new,omitempty"`
}

// Changes lists what is different in next, by indicator id, kind and period.
// It is empty, not nil, when nothing is.
func Changes(old, next *Snapshot) []Change {
	list := []Change{}
	before, after := byID(old), byID(next)
	for id, was := range before {
		if _, ok := after[id]; !ok {
			list = append(list, Change{Indicator: id, Name: was.Name, Kind: IndicatorRemoved})
		}
	}
	for id, is := range after {
		was, ok := before[id]
		if !ok {
			list = append(list, Change{Indicator: id, Name: is.Name, Kind: IndicatorAdded})
			was = &Indicator{}
		}
		list = append(list, is.changes(was)...)
	}
	slices.SortFunc(list, func(a, b Change) int {
		return cmp.Or(
			cmp.Compare(a.Indicator, b.Indicator),
			cmp.Compare(slices.Index(kinds, a.Kind), slices.Index(kinds, b.Kind)),
			cmp.Compare(a.Period, b.Period),
			cmp.Compare(a.Basis, b.Basis),
		)
	})
	return list
}

func byID(s *Snapshot) map[string]*Indicator {
	m := make(map[string]*Indicator, len(s.Indicators))
	for n := range s.Indicators {
		m[s.Indicators[n].ID] = &s.Indicators[n]
	}
	return m
}

func (i *Indicator) changes(was *Indicator) []Change {
	list := differences(was.targets(), i.targets(), TargetAdded, TargetRemoved, TargetChanged)
	results := differences(was.results(), i.results(), ResultAdded, ResultRemoved, ResultRevised)
	for n := range results {
		if c := &results[n]; c.Kind == ResultRevised && !i.keeps(was, key{c.Period, c.Basis}) {
			c.Kind = ResultSilent
		}
	}
	list = append(list, results...)
	list = append(list, differences(was.verdict(), i.verdict(), VerdictChanged, VerdictChanged, VerdictChanged)...)
	for n := range list {
		list[n].Indicator, list[n].Name = i.ID, i.Name
	}
	return list
}

// key names a datum within an indicator.
type key struct{ period, basis string }

// keeps reports whether the value that was published before is still told: it is the
// same number, or it stands among the values before revisions.
func (i *Indicator) keeps(was *Indicator, k key) bool {
	old, now := was.result(k), i.result(k)
	if old == nil || now == nil || sameNumber(old.Value, now.Value) {
		return true
	}
	return slices.ContainsFunc(now.Earlier, func(e Earlier) bool { return sameNumber(e.Value, old.Value) })
}

func (i *Indicator) result(k key) *Observation {
	for n := range i.Observations {
		if o := &i.Observations[n]; o.Period == k.period && o.Basis == k.basis {
			return o
		}
	}
	return nil
}

// sameNumber compares numbers as they are, whatever their digits.
func sameNumber(a, b json.Number) bool {
	x, okX := new(big.Rat).SetString(a.String())
	y, okY := new(big.Rat).SetString(b.String())
	return okX && okY && x.Cmp(y) == 0
}

func differences(was, is map[key]string, added, removed, changed Kind) []Change {
	var list []Change
	for k, old := range was {
		now, ok := is[k]
		switch {
		case !ok:
			list = append(list, Change{Kind: removed, Period: k.period, Basis: k.basis, Old: old})
		case now != old:
			list = append(list, Change{Kind: changed, Period: k.period, Basis: k.basis, Old: old, New: now})
		}
	}
	for k, now := range is {
		if _, ok := was[k]; !ok {
			list = append(list, Change{Kind: added, Period: k.period, Basis: k.basis, New: now})
		}
	}
	return list
}

// targets are the targets as text, by period: "ge 12%", with the report's own words
// if there are any.
func (i *Indicator) targets() map[key]string {
	m := map[key]string{}
	for _, t := range i.Targets {
		said := t.Op
		for _, part := range []struct{ name, value string }{
			{"", t.Value.String()}, {"", t.Low.String()}, {"to ", t.High.String()},
			{"ref ", t.Ref}, {"stretch ", t.Stretch.String()},
		} {
			if part.value != "" {
				said += " " + part.name + part.value
			}
		}
		said += unit(i.Unit)
		if t.AsWritten != "" {
			said = t.AsWritten + " (" + said + ")"
		}
		m[key{period: t.Period}] = said
	}
	return m
}

func (i *Indicator) results() map[key]string {
	m := map[key]string{}
	for _, o := range i.Observations {
		said := o.Value.String() + unit(i.Unit)
		if o.Stage != "" {
			said += " " + o.Stage
		}
		m[key{o.Period, o.Basis}] = said
	}
	return m
}

// verdict is the verdict as a map with one entry, or none, so that it is compared
// like the rest. The formula is left out, because it only follows from other
// changes.
func (i *Indicator) verdict() map[key]string {
	if i.Verdict == nil {
		return nil
	}
	return map[key]string{{period: i.Verdict.Period}: i.Verdict.Status}
}

// unit follows a number: %, or a word after a space.
func unit(u string) string {
	if u == "" || strings.HasPrefix(u, "%") {
		return u
	}
	return " " + u
}
