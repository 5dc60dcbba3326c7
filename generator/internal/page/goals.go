package page

// goalList is a short list of indicators with their targets. A status that all targets
// share is said once, before the list.
type goalList struct {
	Goals  []row
	Shared *badge // nil where they differ
	N      int    // how many targets share it
}

func newGoalList(goals []row) goalList {
	l := goalList{Goals: goals}
	for _, r := range goals {
		switch {
		case r.Badge == nil: // no target
		case l.Shared == nil && l.N == 0:
			l.Shared, l.N = r.Badge, 1
		case l.Shared != nil && *r.Badge == *l.Shared:
			l.N++
		default:
			l.Shared = nil
		}
	}
	if l.N < 2 {
		l.Shared = nil
	}
	return l
}
