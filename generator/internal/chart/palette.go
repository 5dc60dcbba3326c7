package chart

// Role is what a color of a chart stands for: on a page the CSS custom property
// "--chart-<role>", so that a chart follows the theme.
type Role string

// The roles of colors.
const (
	RoleText      Role = "text"
	RoleMuted     Role = "muted"
	RoleAxis      Role = "axis"
	RoleGrid      Role = "grid"
	RoleSurface   Role = "surface"
	RoleTarget    Role = "target"
	RoleResult    Role = "result"
	RoleBand      Role = "band"      // what a target accepts around itself
	RoleStretch   Role = "stretch"   // the higher aim of "A、力争B"
	RoleReference Role = "reference" // the indicator that a relative target points at
	RolePace      Role = "pace"      // what is due by now
	RoleEarlier   Role = "earlier"   // a superseded version of a target
	RoleGap       Role = "gap"       // thin lines that join marks
	RoleSeries1   Role = "series-1"  // series without a role of their own
	RoleSeries2   Role = "series-2"
	RoleSeries3   Role = "series-3"
	RoleSeries4   Role = "series-4"
	RoleSeries5   Role = "series-5"
	RoleSeries6   Role = "series-6"
)

// Color is a role with its hex in the light theme.
type Color struct {
	Role Role
	Hex  string
}

// Palette lists the colors of all charts; every hex stands for one role only.
// They stay apart for color-blind readers, and those that carry meaning have a
// contrast of at least 3:1 with the surface. Line style and mark differ as
// well: color is never alone.
func Palette() []Color {
	return []Color{
		{RoleText, "#1f2329"},
		{RoleMuted, "#59616b"},
		{RoleAxis, "#878f99"},
		{RoleGrid, "#e3e6ea"},
		{RoleSurface, "#fbfaf7"},
		{RoleTarget, "#c04a00"},
		{RoleResult, "#005a9e"},
		{RoleBand, "#f7ddca"},
		{RoleStretch, "#8f3f97"},
		{RoleReference, "#00735c"},
		{RolePace, "#6e6e73"},
		{RoleEarlier, "#8a5a3c"},
		{RoleGap, "#b9c0c9"},
		{RoleSeries1, "#3f7fb5"},
		{RoleSeries2, "#b35900"},
		{RoleSeries3, "#007a5e"},
		{RoleSeries4, "#a3458f"},
		{RoleSeries5, "#7a6a00"},
		{RoleSeries6, "#4b5563"},
	}
}

// Hex is the color of a role in the light theme.
func (r Role) Hex() string {
	for _, c := range Palette() {
		if c.Role == r {
			return c.Hex
		}
	}
	panic("chart: internal error: role " + string(r) + " has no color")
}
