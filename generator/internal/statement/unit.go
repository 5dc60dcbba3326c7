package statement

import (
	"regexp"
	"reportsite/generator/internal/table"
	"strings"
)

var responsible = regexp.MustCompile(`[（(【\[]?(?:责任单位|牵头单位|牵头部门|责任部门|牵头|主办单位|责任主体)[：:]\s*([^）)】\]。\n]+)`)

// answers is a unit in brackets that is said to answer: （6月底前，县卫健局负责）.
var answers = regexp.MustCompile(`[（(](?:[^）)]*[，,、；])?([\p{Han}]{2,16}?(?:局|委|办|部|中心|公司|镇|乡|街道|集团|院))(?:牵头)?(?:负责|牵头)[）)]`)

// units finds the responsible unit that a passage names, and those that help.
func units(text string) (lead string, support []string) {
	m := responsible.FindStringSubmatch(text)
	if m == nil {
		if m = answers.FindStringSubmatch(text); m != nil {
			return m[1], nil
		}
		return "", nil
	}
	first, rest, _ := strings.Cut(m[1], "；")
	names := table.Offices(first)
	if i := strings.Index(rest, "："); i >= 0 {
		names = append(names, table.Offices(rest[i+len("："):])...)
	}
	if len(names) == 0 {
		return "", nil
	}
	return names[0], names[1:]
}
