package chart

// Form is the kind of picture that a chart is.
type Form string

// The forms. [choose] says which data takes which.
const (
	None     Form = ""         // nothing to draw: words only
	Trend    Form = "trend"    // a rate, share, stock or index over months or quarters
	Progress Form = "progress" // an amount that adds up over the year, with its pace
	Years    Form = "years"    // target against result, year by year
	Bullet   Form = "bullet"   // one value against its target
	Target   Form = "target"   // a target without any result
	Relation Form = "relation" // a target that only points at another indicator
	Compared Form = "compare"  // several indicators
	Events   Form = "timeline" // dated events of commitments
)
