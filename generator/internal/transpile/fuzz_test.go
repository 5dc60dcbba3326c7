package transpile

import "testing"

// Whatever stands in a style sheet without a fault, what is made of it has none either.
func FuzzStyle(f *testing.F) {
	for _, s := range []string{
		":root{--large:1}@media (min-width:40rem){a{color:red}}", "a{&:hover{color:red}}", "@import url(x.css);", "@media{", "a{b:c;;}}", "@x y{z:{}}", "/* ", "\\", "@supports (a:b){@media print{a{b:c}}}",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, sheet []byte) {
		made, faults := Style(sheet)
		if len(faults) > 0 {
			return
		}
		if _, faults := Style(made); len(faults) > 0 {
			t.Errorf("%q makes %q, which has a fault: %v", sheet, made, faults)
		}
	})
}
