package table

import (
	"slices"
	"testing"
)

func TestOffices(t *testing.T) {
	for text, want := range map[string][]string{
		"发改局、统计局": {"发改局", "统计局"}, "县发改局 县统计局": {"县发改局", "县统计局"}, "住建局\n交通局；水利局": {"住建局", "交通局", "水利局"},
		"Development Office, Statistics Office": {"Development Office", "Statistics Office"}, "Ministry of Health": {"Ministry of Health"}, "": nil,
	} {
		if got := Offices(text); !slices.Equal(got, want) {
			t.Errorf("Offices(%q) = %q, want %q", text, got, want)
		}
	}
}
