package answer

import (
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// Tiles are the three figures with which the page of an indicator begins. Each may be
// missing.
type Tiles struct {
	Full   *model.Observation // the newest result of a whole period
	Judged *verdict.Verdict   // of the target for the period of Full; nil without one
	Target *model.Target      // the newest target
	Latest *model.Observation // what the newest target is judged by, where that is another figure; else the newest one after Full
}

// TilesOf picks the figures of an indicator.
func TilesOf(set *verdict.Set, i *model.Indicator) Tiles {
	t := Tiles{Target: i.LatestTarget()}
	now := set.Latest(i)
	if now != nil && now.Final && now.Actual != nil {
		t.Full, t.Judged = now.Actual, now
	} else {
		t.Full, t.Judged = lastYear(set, i)
	}
	newest := set.Newest(i).Observation
	switch {
	case now != nil && now.Actual != nil && now.Actual != t.Full:
		t.Latest = now.Actual
	case newest != nil && newest != t.Full && (t.Full == nil || newest.Period.Compare(t.Full.Period) > 0):
		t.Latest = newest
	}
	return t
}

// lastYear is the newest result of a whole year, with the verdict on its target.
func lastYear(set *verdict.Set, i *model.Indicator) (*model.Observation, *verdict.Verdict) {
	years := set.Years(i)
	for n := len(years) - 1; n >= 0; n-- {
		if y := years[n]; y.Final && y.Observation != nil {
			return y.Observation, y.Verdict
		}
	}
	return nil, nil
}

// Indicator answers how an indicator stands. With a verdict on the newest target that is
// the answer; while it has none, the newest one before it that has a result comes first,
// for that is what is known.
func Indicator(set *verdict.Set, i *model.Indicator) model.Text {
	now := set.Latest(i)
	if now == nil {
		return withoutTarget(set, i)
	}
	if now.Actual != nil {
		return now.Explain()
	}
	for n := len(i.Targets) - 2; n >= 0; n-- {
		if v := set.Of(i.Targets[n]); v.Actual != nil {
			return sentences(v.Explain(), now.Explain())
		}
	}
	return now.Explain()
}

// withoutTarget says what is known of an indicator that no report sets a target for.
func withoutTarget(set *verdict.Set, i *model.Indicator) model.Text {
	o := set.Newest(i).Observation
	if o == nil {
		return message.Both("answer-nothing")
	}
	return message.Both("answer-figure", "When", wording.When(o), "Is", verdict.Predicate(o))
}

// Indicators answers how many indicators there are, and of how many the site has results.
func Indicators(list []*model.Indicator) model.Text {
	targets, results := 0, 0
	for _, i := range list {
		if len(i.Targets) > 0 {
			targets++
		}
		if len(i.Observations) > 0 {
			results++
		}
	}
	return message.Both("answer-indicators", "N", len(list), "Targets", targets, "Results", results)
}
