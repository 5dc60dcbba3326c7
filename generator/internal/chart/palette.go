package chart

// Role is what a colour of a chart stands for. Package draw turns the hex of a
// role into the CSS custom property "--chart-<role>", so that a chart follows
// the theme of the page.
type Role string

// The roles. Series1 to Series6 are for data that has no role of its own.
const (
	Text      Role = "text"
	Muted     Role = "muted"
	Axis      Role = "axis"
	Grid      Role = "grid"
	Surface   Role = "surface"
	Goal      Role = "target"
	Result    Role = "result"
	Band      Role = "band"
	Stretch   Role = "stretch"
	Reference Role = "reference"
	Pace      Role = "pace"
	Gap       Role = "gap"
	Series1   Role = "series-1"
	Series2   Role = "series-2"
	Series3   Role = "series-3"
	Series4   Role = "series-4"
	Series5   Role = "series-5"
	Series6   Role = "series-6"
)

// Colour is a role with its hex in the light theme.
type Colour struct {
	Role Role
	Hex  string
}

// Palette lists the colours of all charts; every hex stands for one role only.
// They were chosen to stay apart for colour-blind readers, and those that carry
// meaning have a contrast of at least 3:1 with the surface. Line style and mark
// differ as well: colour is never alone.
func Palette() []Colour {
	return []Colour{
		{Text, "#1f2329"},
		{Muted, "#59616b"},
		{Axis, "#878f99"},
		{Grid, "#e3e6ea"},
		{Surface, "#ffffff"},
		{Goal, "#c04a00"},
		{Result, "#005a9e"},
		{Band, "#f7ddca"},
		{Stretch, "#8f3f97"},
		{Reference, "#00735c"},
		{Pace, "#6e6e73"},
		{Gap, "#b9c0c9"},
		{Series1, "#0b6bb8"},
		{Series2, "#b35900"},
		{Series3, "#007a5e"},
		{Series4, "#a3458f"},
		{Series5, "#7a6a00"},
		{Series6, "#4b5563"},
	}
}

// hex is the colour of a role in the light theme.
func hex(r Role) string {
	for _, c := range Palette() {
		if c.Role == r {
			return c.Hex
		}
	}
	panic("chart: internal error: role " + string(r) + " has no colour")
}
