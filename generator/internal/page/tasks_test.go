package page

import (
	"fmt"
	"strings"
	"testing"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/model"
)

// A state that most commitments of a section share is said once; only the
// others carry their own.
func TestTaskListSaysSharedStatesOnce(t *testing.T) {
	theme := loadTheme(t)
	const unknown, done, late = model.Unknown, model.Done, model.Late
	for _, test := range []struct {
		states []model.State
		intro  string // before the list
		unsaid int    // how often 本站未查到进展 stands
	}{
		{[]model.State{unknown}, "", 1},
		{[]model.State{unknown, unknown, unknown}, "以下各项：", 1},
		{[]model.State{unknown, done, unknown, late, unknown}, "以下各项，除另行注明外：", 1},
		{[]model.State{unknown, done}, "", 1},
		{[]model.State{unknown, done, unknown, late}, "", 2}, // half is not most
		{[]model.State{done, done}, "以下各项：", 0},
	} {
		in := tinySite()
		section := in.Site.Commitments[0].Section
		in.Site.Commitments, section.Commitments = nil, nil
		for n, state := range test.states {
			c := &model.Commitment{
				ID: fmt.Sprint("task-", n), Edition: section.Edition, Section: section, State: state,
				Title: model.Text{Zh: fmt.Sprint("任务", n)}, Due: model.Date{Year: 2024, Month: 12, Day: 31},
			}
			in.Site.Commitments = append(in.Site.Commitments, c)
			section.Commitments = append(section.Commitments, c)
		}
		for _, s := range section.Edition.Sections {
			s.Body = model.Body{} // one links to the commitment that is gone
		}
		files := render(t, theme, in)
		for _, path := range []string{"2024/print/index.html", address.Section(section) + "index.html"} {
			_, page, _ := strings.Cut(files[path], "<main")
			page, _, _ = strings.Cut(page, "</main>")
			if n := strings.Count(page, "本站未查到进展"); n != test.unsaid {
				t.Errorf("%v: %s says %d times that nothing is known, want %d", test.states, path, n, test.unsaid)
			}
			if shared := strings.Contains(page, `class="shared-state"`); shared != (test.intro != "") || !strings.Contains(page, test.intro) {
				t.Errorf("%v: %s does not begin its list with %q", test.states, path, test.intro)
			}
			for n, state := range test.states {
				_, item, _ := strings.Cut(page, fmt.Sprint("任务", n))
				item, _, _ = strings.Cut(item, "</li>")
				if own := strings.Contains(item, `"badge state-`+stateIDs[state]); own != (test.intro == "" || state != test.states[0]) {
					t.Errorf("%v: %s shows the state of 任务%d: %t", test.states, path, n, own)
				}
			}
		}
	}
}
