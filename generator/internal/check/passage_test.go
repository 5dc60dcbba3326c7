package check_test

import (
	"testing"
	"testing/fstest"

	"reportsite/generator/internal/model"
)

// The passages of a body have its references bound, groups with their members.
func TestPassages(t *testing.T) {
	files, _ := overlay(parse(t, "testdata/base.txtar"), parse(t, "testdata/cited/site.txtar"))
	files["content/groups.toml"] = &fstest.MapFile{Data: []byte("[top]\nname = \"主要\"\n")}
	industry := *files["content/indicators/industry.toml"]
	industry.Data = append([]byte("group = [\"top\"]\n"), industry.Data...)
	files["content/indicators/industry.toml"] = &industry
	files["content/2024/01-goals.md"] = &fstest.MapFile{Data: []byte("+++\ntitle = \"目标\"\n+++\n\n" +
		"前言。\n\n## 总量[](indicator:industry) {#all}\n\n![全部](group:top)\n\n见[](indicator:industry)。\n")}
	site, diags := build(t, files)
	if site == nil {
		t.Fatal(diags)
	}
	body := site.Editions[0].Sections[0].Body
	if len(body.Passages) != 2 || body.Passages[0].ID != "" || body.Passages[1].ID != "all" {
		t.Fatalf("passages: %+v", body.Passages)
	}
	write := func(p model.Part) string { return "<" + p.(model.Cite).Target.Indicator.ID + ">" }
	last := body.Passages[1]
	if got := body.Passages[0].Text.String(write); got != "前言。" {
		t.Errorf("before the heading: %q", got)
	}
	if got := last.Heading.String(write); got != "总量<industry>" {
		t.Errorf("the heading: %q", got)
	}
	if got := last.Text.String(write); got != "全部 见<industry>。" {
		t.Errorf("the text: %q", got)
	}
	members := -1
	for _, run := range last.Text {
		if f, ok := run.Ref.(model.Figure); ok {
			members = len(f.Indicators)
		}
	}
	if members != 1 {
		t.Errorf("the chart of the group has %d members in the passage", members)
	}
}
