package sheet

import (
	"strings"
	"unicode"
)

// formatParser reads the code of a number format.
type formatParser struct {
	rest []rune
	s    section
	// literal is what stands behind the digits so far.
	literal string
	point   bool
	commas  int
	last    rune // of the parts of a date: y m d h s
	minute  bool // the last part is an m that can still turn out to be minutes
}

// section reads up to a semicolon.
func (p *formatParser) section() section {
	*p = formatParser{rest: p.rest}
	for len(p.rest) > 0 && p.rest[0] != ';' {
		p.token()
	}
	if p.minute {
		p.s.month = true
	}
	if p.s.digits {
		p.s.suffix, p.s.scale = p.literal, p.commas
	} else {
		p.s.prefix = p.literal
	}
	return p.s
}

// words of a number format that are no pattern.
var generalWords = []string{"general", "g/通用格式", "通用格式", "standard", "标准"}

func (p *formatParser) token() {
	for _, word := range generalWords {
		if n := len([]rune(word)); len(p.rest) >= n && strings.EqualFold(string(p.rest[:n]), word) {
			p.rest = p.rest[n:]
			p.s.general, p.s.prefix, p.literal = true, p.s.prefix+p.literal, ""
			p.s.digits = true
			return
		}
	}
	for _, word := range []string{"am/pm", "a/p", "上午/下午"} {
		if n := len([]rune(word)); len(p.rest) >= n && strings.EqualFold(string(p.rest[:n]), word) {
			p.rest = p.rest[n:]
			p.s.isDate = true
			return
		}
	}
	r := p.rest[0]
	p.rest = p.rest[1:]
	switch r {
	case '"':
		p.take(p.until('"'))
	case '\\', '!':
		p.take(p.next())
	case '_', '*':
		p.next()
	case '[':
		p.bracket(p.until(']'))
	case '0', '#', '?':
		p.digit(r)
	case '@':
		p.s.general, p.s.digits, p.s.text = true, true, true
	case '%':
		p.s.percent++
	case '.', ',', '/', 'E', 'e':
		p.mark(r)
	default:
		p.letter(r)
	}
}

// next takes one character.
func (p *formatParser) next() string {
	if len(p.rest) == 0 {
		return ""
	}
	r := p.rest[0]
	p.rest = p.rest[1:]
	return string(r)
}

// until takes what stands before an end, and the end.
func (p *formatParser) until(end rune) string {
	for n, r := range p.rest {
		if r == end {
			text := string(p.rest[:n])
			p.rest = p.rest[n+1:]
			return text
		}
	}
	text := string(p.rest)
	p.rest = nil
	return text
}

// take adds a literal.
func (p *formatParser) take(text string) { p.literal += text }

// bracket reads [Red], [$-804], [$¥-804], [h], [DBNum1] or a condition.
func (p *formatParser) bracket(text string) {
	switch lower := strings.ToLower(text); {
	case strings.HasPrefix(text, "$"):
		symbol, _, _ := strings.Cut(text[1:], "-")
		p.take(symbol)
	case lower != "" && strings.Trim(lower, "hms") == "":
		p.s.isDate, p.last = true, rune(lower[0])
	case strings.ContainsAny(text, "<>="):
		p.s.broken = true
	}
}

// digit is a place for a digit.
func (p *formatParser) digit(r rune) {
	if p.s.digits {
		if strings.TrimSpace(p.literal) != "" {
			p.s.broken = true
		}
	} else {
		p.s.prefix = p.literal
	}
	p.literal, p.commas, p.s.digits = "", 0, true
	if p.point && !p.s.power {
		p.s.decimals++
		if r != '#' {
			p.s.fixed = p.s.decimals
		}
	}
}

// mark is a character that belongs to the digits where there are some.
func (p *formatParser) mark(r rune) {
	next := rune(0)
	if len(p.rest) > 0 {
		next = p.rest[0]
	}
	isPlace := strings.ContainsRune("0#?", next) && next != 0
	switch {
	case r == '.' && !p.s.isDate && (p.s.digits || isPlace):
		if p.point {
			p.s.broken = true
		}
		p.point = true
	case r == ',' && p.s.digits:
		p.commas++
	case (r == 'E' || r == 'e') && p.s.digits && (next == '+' || next == '-'):
		p.s.power, p.rest = true, p.rest[1:]
	case r == '/' && p.s.digits && !p.s.isDate:
		p.s.ratio = true
		for len(p.rest) > 0 && p.rest[0] >= '1' && p.rest[0] <= '9' { // # ?/8
			p.rest = p.rest[1:]
		}
	case r == 'e' || r == 'E':
		p.part('y')
	default:
		p.take(string(r))
	}
}

// letter is a part of a date, or a literal.
func (p *formatParser) letter(r rune) {
	switch unicode.ToLower(r) {
	case 'y', 'g', 'b', 'r': // g, r and bb are years of an era
		p.part('y')
	case 'm', 'd', 'h', 's':
		p.part(unicode.ToLower(r))
	case 'a': // aaaa is a day of the week
		p.part('d')
	default:
		p.take(string(r))
	}
}

// part is a letter of a date. An m is minutes behind an h and before an s.
func (p *formatParser) part(r rune) {
	p.s.isDate = true
	if r == p.last {
		return
	}
	if p.minute && r != 's' {
		p.s.month = true
	}
	p.minute = r == 'm' && p.last != 'h'
	switch r {
	case 'y':
		p.s.year = true
	case 'd':
		p.s.day = true
	}
	p.last = r
}
