package sheet

import (
	"strings"

	"reportsite/generator/internal/diag"
)

// choose returns the sheet to read: the one that the indicator names, else the only
// one with a head row. Other sheets with content are reported.
func (t *table) choose(sheets []*worksheet, choice Choice) *worksheet {
	var names, unread []string
	var found []*worksheet
	for _, s := range sheets {
		names = append(names, s.name)
		if s.name == choice.Sheet {
			return s
		}
		if s.visible && s.hasHead {
			found = append(found, s)
		}
	}
	whole := diag.Pos{File: t.file}
	switch {
	case choice.Sheet != "":
		t.report(NoSheet.At(choice.At, choice.Sheet, join(names)))
		return nil
	case len(found) == 0:
		if len(sheets) == 1 {
			return sheets[0] // its cells may show what is wrong
		}
		t.report(NoHead.At(whole, diag.Words{}))
		return nil
	case len(found) > 1:
		var several []string
		for _, s := range found {
			several = append(several, s.name)
		}
		t.report(ManySheets.At(whole, join(several)))
		return nil
	}
	for _, s := range sheets {
		if s != found[0] && !s.empty() {
			unread = append(unread, s.name)
		}
	}
	if len(unread) > 0 {
		t.report(SheetsUnread.At(whole, found[0].name, join(unread)))
	}
	return found[0]
}

func join(names []string) string { return strings.Join(names, "、") }
