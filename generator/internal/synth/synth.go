// Package synth writes made-up sites of any size, for benchmarks.
//
// Everything in them is invented and says so: places, indicators and figures
// exist nowhere. The same number of indicators always gives the same bytes.
// Each indicator has a definition of about 1.5 kB of Chinese prose, a target
// and 24 monthly results; each section states 25 indicators in prose of about
// the same length and has two commitments.
package synth

import (
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// The shape of a synthetic site.
const (
	perSection  = 25   // indicators that a section states
	perPart     = 10   // sections that a part of the report has
	proseBytes  = 1500 // of a definition or a section, about
	firstYear   = 2023 // of the results
	reportYear  = 2024 // of the report and its targets
	monthsAYear = 12
)

// Files yields the files of a site with n indicators by their paths, which are
// relative to the site's folder and have slashes. The templates are not among
// them.
func Files(n int) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for _, files := range []iter.Seq2[string, string]{fixed(), sections(n), indicators(n)} {
			for name, text := range files {
				if !yield(name, text) {
					return
				}
			}
		}
	}
}

// Write writes the files of a site with n indicators into a folder, which is
// made where it does not exist.
func Write(dir string, n int) error {
	for name, text := range Files(n) {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return fmt.Errorf("write a synthetic site: %w", err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			return fmt.Errorf("write a synthetic site: %w", err)
		}
	}
	return nil
}

// fixed yields the files that every site has once.
func fixed() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		_ = yield("config.toml", `title       = "合成数据测试站"
title_en    = "A site of synthetic data"
place       = "虚构市"
description = "用于测量生成速度的合成数据，与任何地方的实际情况无关。"
note        = "本站全部内容均为合成数据，仅供测速。"
`) &&
			yield("content/sources.toml", `[synthetic]
name      = "合成数据"
publisher = "测速程序"
note      = "由程序按固定公式算出，不是统计结果。"
`) &&
			yield("content/groups.toml", `[headline]
name = "合成的主要目标"
`) &&
			yield(fmt.Sprintf("content/%d/report.toml", reportYear), fmt.Sprintf(`title     = "虚构市合成报告"
place     = "虚构市"
issuer    = "测速程序"
year      = %d
published = %d-01-10
source    = "synthetic"
`, reportYear, reportYear))
	}
}

// sectionID is the id of the section that states an indicator.
func sectionID(indicator int) string { return fmt.Sprintf("section-%03d", indicator/perSection) }

// indicatorID is the id of an indicator.
func indicatorID(indicator int) string { return fmt.Sprintf("synthetic-%05d", indicator) }

// sections yields the sections and the commitments.
func sections(n int) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		var commitments strings.Builder
		for first, number := 0, 0; first < n; first, number = first+perSection, number+1 {
			name := fmt.Sprintf("content/%d/%03d-%s.md", reportYear, number, sectionID(first))
			if !yield(name, section(first, min(first+perSection, n))) {
				return
			}
			for c := range 2 {
				fmt.Fprintf(&commitments, "[task-%03d-%d]\nsection = %q\ntitle   = \"合成任务 %d 之 %d\"\nlead    = \"虚构部门%d\"\n\n",
					number, c, sectionID(first), number, c+1, number%9+1)
			}
		}
		yield(fmt.Sprintf("content/%d/commitments.toml", reportYear), commitments.String())
	}
}

// section is the Markdown of the section that states the indicators from first
// to before last. The first section of ten is the part that the others belong
// to.
func section(first, last int) string {
	var b strings.Builder
	number := first / perSection
	fmt.Fprintf(&b, "+++\ntitle   = \"合成章节 %d\"\nsummary = \"合成指标 %d 至 %d。\"\n", number, first, last-1)
	if part := number / perPart * perPart; part != number {
		fmt.Fprintf(&b, "parent  = %q\n", sectionID(part*perSection))
	}
	b.WriteString("+++\n\n")
	b.WriteString(prose(number, proseBytes/2))
	b.WriteString("\n\n## 合成目标 {#targets}\n\n")
	for i := first; i < last; i++ {
		fmt.Fprintf(&b, "- 合成指标%d：[%s](indicator:%s)。\n", i, kindOf(i).words(i), indicatorID(i))
	}
	fmt.Fprintf(&b, "\n![合成指标的走势](indicator:%s)\n\n## 合成说明 {#notes}\n\n", indicatorID(first))
	b.WriteString(prose(number+7, proseBytes/2))
	b.WriteByte('\n')
	return b.String()
}
