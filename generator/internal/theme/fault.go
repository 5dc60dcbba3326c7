package theme

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"reportsite/generator/internal/diag"
)

// FaultError is a fault of the theme: an editor's, not the machine's.
type FaultError struct{ diag.Diagnostic }

func (e FaultError) Error() string { return e.Message(diag.English) }

// The libraries say where a template fails in the text of their error only:
// "template: pages/home.html:2:4: executing …", and with the path and colon
// written together, "html/template:pages/home.html:2:4: …".
var (
	faultForm = regexp.MustCompile(`^(?:html/)?template: ?(.+?:\d+(?::\d+)?): ((?s:.*))$`)
	placeForm = regexp.MustCompile(`^(.+?):(\d+)(?::(\d+))?$`)
)

// fault turns an error of the template libraries into a diagnostic. File
// stands for the position where the error has none.
func (t *Theme) fault(err error, file string) diag.Diagnostic {
	m := faultForm.FindStringSubmatch(err.Error())
	if m == nil {
		return BadTemplate.At(diag.Pos{File: file}, err.Error())
	}
	return BadTemplate.At(t.position(m[1]), m[2])
}

// position reads file:line:col of the template libraries, whose columns count
// bytes from 0.
func (t *Theme) position(place string) diag.Pos {
	m := placeForm.FindStringSubmatch(place)
	if m == nil {
		return diag.Pos{File: place}
	}
	pos := diag.Pos{File: m[1]}
	pos.Line, _ = strconv.Atoi(m[2])
	if m[3] == "" {
		return pos
	}
	col, _ := strconv.Atoi(m[3])
	pos.Col = col + 1
	lines := strings.Split(t.sources[m[1]], "\n")
	if pos.Line <= len(lines) {
		if line := lines[pos.Line-1]; col <= len(line) {
			pos.Col = utf8.RuneCountInString(line[:col]) + 1
		}
	}
	return pos
}
