package transpile

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

// enlarge writes the queries of widths of a style sheet twice when a rule of it
// enlarges all text: as they are for text of the usual size, and with widths that
// are larger by as much for large print.
//
//	@media (min-width: 60rem) { p { … } }
//
// becomes, where :root[data-theme=elder] has a font-size of 150%,
//
//	@media (min-width: 60rem) { :root:not([data-theme=elder]) p { … } }
//	@media (min-width: 90rem) { :root[data-theme=elder] p { … } }
//
// Both are two attributes more specific than before: a rule for a width stands
// above one for all widths. Container queries would do the same, in browsers of
// 2022 and later only.
func enlarge(rules []rule) (all []rule, found bool) {
	size, ok := largeSize(rules)
	if !ok {
		return rules, false
	}
	return size.spread(rules), true
}

// large is a rule that enlarges all text.
type large struct {
	condition string // the attribute of the root: [data-theme=elder]
	factor    float64
}

var (
	largeForm = regexp.MustCompile(`^:root(\[[^\]]+\])$`)
	sizeForm  = regexp.MustCompile(`(?:^|;)font-size:([\d.]+)%`)
	widthForm = regexp.MustCompile(`((?:min|max)-width:)([\d.]+)(r?em)`)
)

// largeSize finds the first rule that enlarges all text.
func largeSize(rules []rule) (large, bool) {
	for _, r := range rules {
		if size, ok := largeSize(r.rules); ok {
			return size, true
		}
		if len(r.selectors) != 1 {
			continue
		}
		root, size := largeForm.FindStringSubmatch(r.selectors[0]), sizeForm.FindStringSubmatch(r.body)
		if root == nil || size == nil {
			continue
		}
		if percent, err := strconv.ParseFloat(size[1], 64); err == nil && percent != 100 {
			return large{root[1], percent / 100}, true
		}
	}
	return large{}, false
}

// spread writes the queries of widths twice. Those for paper stay as they are: what
// is printed has one size.
func (l large) spread(rules []rule) []rule {
	var all []rule
	for _, r := range rules {
		switch {
		case r.at == "":
			all = append(all, r)
		case strings.HasPrefix(r.at, "@media") && widthForm.MatchString(r.at) && !strings.Contains(r.at, "print"):
			usual, bigger := r, r
			usual.rules = under(":not("+l.condition+")", r.rules)
			bigger.at = widthForm.ReplaceAllStringFunc(r.at, l.widen)
			bigger.rules = under(l.condition, r.rules)
			all = append(all, usual, bigger)
		default:
			r.rules = l.spread(r.rules)
			all = append(all, r)
		}
	}
	return all
}

func (l large) widen(width string) string {
	m := widthForm.FindStringSubmatch(width)
	n, err := strconv.ParseFloat(m[2], 64)
	if err != nil {
		return width
	}
	return m[1] + strconv.FormatFloat(n*l.factor, 'f', -1, 64) + m[3]
}

// under gives rules that hold below the root under a condition.
func under(condition string, rules []rule) []rule {
	all := make([]rule, len(rules))
	for n, r := range rules {
		selectors := make([]string, len(r.selectors))
		for k, s := range r.selectors {
			if rest, ok := strings.CutPrefix(s, ":root"); ok {
				selectors[k] = ":root" + condition + rest
			} else {
				selectors[k] = ":root" + condition + " " + s
			}
		}
		r.selectors, r.rules = selectors, under(condition, r.rules)
		all[n] = r
	}
	return all
}

// rule is a rule of a style sheet, or an at-rule with what is in it.
type rule struct {
	at        string // name and prelude of an at-rule: "@media (min-width:60rem)"
	selectors []string
	body      string // declarations
	rules     []rule // of an at-rule
	block     bool   // an at-rule with braces
}

func (r rule) write(b *bytes.Buffer) {
	b.WriteString(r.at)
	b.WriteString(strings.Join(r.selectors, ","))
	if r.at != "" && !r.block {
		b.WriteString(";")
		return
	}
	b.WriteString("{")
	b.WriteString(r.body)
	if r.body != "" && len(r.rules) > 0 {
		b.WriteString(";")
	}
	for _, kid := range r.rules {
		kid.write(b)
	}
	b.WriteString("}")
}

// parseRules reads a style sheet that esbuild has made small. Comments are left out.
func parseRules(sheet []byte) []rule {
	p := css.NewParser(parse.NewInputBytes(bytes.Clone(sheet)), false)
	rules, _ := readBlock(p)
	return rules
}

// readBlock reads up to the end of a block: its rules and its declarations.
func readBlock(p *css.Parser) (rules []rule, body string) {
	var selectors, declarations []string
	var unknown strings.Builder // what is in an at-rule that the parser does not know
	for {
		kind, _, data := p.Next()
		switch kind {
		case css.ErrorGrammar, css.EndAtRuleGrammar, css.EndRulesetGrammar:
			if kind != css.ErrorGrammar || !p.HasParseError() {
				return rules, strings.Join(declarations, ";") + unknown.String()
			}
		case css.TokenGrammar:
			unknown.Write(data)
		case css.AtRuleGrammar:
			rules = append(rules, rule{at: string(data) + text(p.Values())})
		case css.BeginAtRuleGrammar:
			r := rule{at: string(data) + text(p.Values()), block: true}
			r.rules, r.body = readBlock(p)
			rules = append(rules, r)
		case css.QualifiedRuleGrammar:
			selectors = append(selectors, text(p.Values()))
		case css.BeginRulesetGrammar:
			r := rule{selectors: append(selectors, text(p.Values()))}
			r.rules, r.body = readBlock(p)
			rules, selectors = append(rules, r), nil
		case css.DeclarationGrammar, css.CustomPropertyGrammar:
			declarations = append(declarations, string(data)+":"+text(p.Values()))
		}
	}
}

func text(tokens []css.Token) string {
	var b strings.Builder
	for _, t := range tokens {
		b.Write(t.Data)
	}
	return b.String()
}
