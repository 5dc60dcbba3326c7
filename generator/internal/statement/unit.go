package statement

import (
	"regexp"
	"strings"
)

var responsible = regexp.MustCompile(`[（(【\[]?(?:责任单位|牵头单位|牵头部门|责任部门|牵头|主办单位|责任主体)[：:]\s*([^）)】\]。\n]+)`)

// units finds the responsible unit that a passage names, and those that help.
func units(text string) (lead string, support []string) {
	m := responsible.FindStringSubmatch(text)
	if m == nil {
		return "", nil
	}
	first, rest, _ := strings.Cut(m[1], "；")
	names := strings.FieldsFunc(first, func(r rune) bool { return strings.ContainsRune("、，,; ", r) })
	if i := strings.Index(rest, "："); i >= 0 {
		names = append(names, strings.FieldsFunc(rest[i+len("："):], func(r rune) bool { return strings.ContainsRune("、，,; ", r) })...)
	}
	if len(names) == 0 {
		return "", nil
	}
	return names[0], names[1:]
}
