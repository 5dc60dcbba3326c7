package sheet

import (
	"regexp"
	"strings"
)

// PeriodKey is a period in everyday words as the key of a TOML file: 2024年6月 is
// 2024-06, 2024年上半年 is 2024-H1. It is "" for what names no period with its year.
func PeriodKey(words string) string {
	for _, form := range keyForms {
		if form.re.MatchString(words) {
			words = form.re.ReplaceAllString(words, form.to)
			break
		}
	}
	p, _, ok := parsePeriod("", strings.TrimSuffix(words, "底"))
	if !ok {
		return ""
	}
	return p.String()
}

// keyForms are forms of a key that tables do not have.
var keyForms = []struct {
	re *regexp.Regexp
	to string
}{
	{regexp.MustCompile(`^(\d{4})年?-?[Qq]([1-4])$`), "$1-Q$2"},
	{regexp.MustCompile(`^(\d{4})年?-?[Hh]([12])$`), "$1-H$2"},
	{regexp.MustCompile(`^((?:19|20)\d\d)(0[1-9]|1[0-2])$`), "$1-$2"},
	{regexp.MustCompile(`^(\d{4})-(1-\d{1,2})$`), "${1}年${2}月"},
	{regexp.MustCompile(`^(\d{4})年(\d{1,2})月?[底末]$`), "$1-$2"},
}
