package compare

import (
	"errors"
	"io"
	"testing"
)

// Whatever an indicators.json says, nothing has changed between it and itself, and
// what has changed from it to nothing and back can be written.
func FuzzParse(f *testing.F) {
	files, _, _ := load(f)
	f.Add([]byte(files["old.json"]))
	f.Add([]byte(files["new.json"]))
	f.Add([]byte(`{"schema": 1, "indicators": [null, {"id": "a", "observations": [null, {"value": 1e999999999}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := Parse(data)
		if err != nil {
			if s != nil {
				t.Error("an error, and data all the same")
			}
			return
		}
		if list := Changes(s, s); len(list) > 0 {
			t.Errorf("between a state and itself: %v", list)
		}
		list := append(Changes(s, &Snapshot{}), Changes(&Snapshot{}, s)...)
		if err := errors.Join(WriteText(io.Discard, list, words), WriteMarkdown(io.Discard, list, words), WriteJSON(io.Discard, list)); err != nil {
			t.Error(err)
		}
	})
}
