package svg_test

import (
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"reportsite/generator/internal/golden"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/svg"
)

// shown are the drawings that stand in testdata/golden whole, to be looked at; of
// the others there is a hash, so that a change is seen and made on purpose.
var shown = map[string]string{
	"trend: a rate over eleven quarters, about with a tolerance, revised": "trend.svg",
	"progress: ahead of the time that has passed":                         "progress.svg",
	"years: an amount, the running year's half, a higher aim":             "years.svg",
	"bullet: two versions and a higher aim":                               "bullet.svg",
	"target: more than, in hundreds of millions":                          "target.svg",
	"relation: without figures":                                           "relation.svg",
	"compare: with results":                                               "compare.svg",
	"timeline":                                                            "timeline.svg",
}

// TestGolden compares the gallery with what was looked at; UPDATE=1 writes it anew,
// but never in CI.
func TestGolden(t *testing.T) {
	credit := svg.Credit{Site: "示例市年度工作目标", Source: "统计公报", Date: "2025年2月20日"}
	made := map[string]string{}
	var hashes strings.Builder
	for _, s := range gallery() {
		for _, l := range languages {
			c := s.make(l)
			for _, size := range svg.Sizes {
				fmt.Fprintf(&hashes, "%x %s, %s, %s\n", sha256.Sum256(svg.Draw(c, size.Size)), s.name, l, size.Class)
			}
			if name, ok := shown[s.name]; ok && l == model.Chinese {
				made[name] = string(svg.Alone(c, credit))
			}
		}
	}
	made["hashes.txt"] = hashes.String()
	if len(made) != len(shown)+1 {
		t.Errorf("%d of %d drawings are in the gallery", len(made)-1, len(shown))
	}
	for name, got := range made {
		golden.Compare(t, filepath.Join("testdata", "golden", name), got)
	}
	kept, err := filepath.Glob("testdata/golden/*")
	for _, file := range kept {
		if _, ok := made[filepath.Base(file)]; !ok {
			t.Errorf("%s is not expected", file)
		}
	}
	if err != nil || len(kept) == 0 {
		t.Error("no golden files", err)
	}
}
