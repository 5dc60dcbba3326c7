//go:build linux

package main

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// payload is a hostile text; %d is the number of the field in it, which the canary tells.
type payload struct{ name, text string }

var payloads = []payload{
	{"script", `<script>canary(%d)</script>`},
	{"handler", `"><img src=x onerror=canary(%d)>`},
	{"quote", `' onmouseover='canary(%[1]d)' autofocus onfocus='canary(%[1]d)' x='`},
	{"quote-double", `" onmouseover="canary(%[1]d)" autofocus onfocus="canary(%[1]d)" style="background:red" x="`},
	{"javascript-url", `javascript:canary(%d)`},
	{"data-url", `data:text/html,<script>parent.canary(%d)</script>`},
	{"script-end", `</script><script>canary(%d)</script>`},
	{"style-end", `</style><svg onload=canary(%d)>`},
	{"title-end", `</title></textarea></noscript><iframe srcdoc="<script>parent.canary(%d)</script>"></iframe>`},
	{"comment", `--><!--><![CDATA[]]><svg/onload=canary(%d)>`},
	{"entities", `&lt;img src=x onerror=canary(%d)&gt;&#x3C;script>&quot;&amp;`},
	{"line-separator", "a\u2028canary(%d)//\u2029b"},
	{"bidi", "\u202E%d\u2066drow\u202C"},
	{"formula", `=HYPERLINK("http://evil.invalid/?%d","x")`},
	{"formula-at", `@SUM(1+1)*cmd|' /C calc'!A%d`},
	{"formula-plus", `+cmd|' /C calc'!A%d`},
	{"formula-minus", `-2+3+cmd|' /C calc'!A%d`},
	{"formula-tab", "\t=1+%d"},
	{"braces", `{{.}}{{template "base" .}}${canary(%[1]d)}{%% include "/etc/passwd" %%}{{constructor.constructor('canary(%[1]d)')()}}`},
	{"markdown", `**[x](javascript:canary(%[1]d))** ![y](http://evil.invalid/%[1]d.png) <http://evil.invalid/%[1]d>`},
	{"link", `http://evil.invalid/%d"onclick=canary(%[1]d)`},
	{"json", `\",\"x\":canary(%d),\"</script>\u003cscript\u003e`},
	{"control", "a\x01\x07\x1b[31m%d"},
	{"percent", `%%s%%d%%n%%x %d`},
	{"path", `../../../../etc/passwd%%00%d`},
	{"lines", "a\r\n+++\n\n# b %d\n\n<script>canary(1)</script>"},
	{"long", strings.Repeat("长", 33_333) + "%d"},
	{"long-word", strings.Repeat("W", 10_000) + "%d"}, // Chromium takes minutes for ten times as many in one page
}

// field is a place in the content where a person writes text.
type field struct {
	file       string
	line       int // 1-based, of the original file
	start, end int // bytes of the file that are replaced
	kind       int // how text is written there
	number     int
}

// The kinds of fields.
const (
	inTOML = iota
	inCSV
	inMarkdown
)

func (f field) String() string { return fmt.Sprintf("%s:%d", f.file, f.line) }

// write is a text as it is written in the field.
func (f field) write(text string) string {
	switch f.kind {
	case inTOML:
		return strings.NewReplacer("\\u007f", "\\u007F").Replace(tomlString(text))
	case inCSV:
		var b strings.Builder
		w := csv.NewWriter(&b)
		w.Write([]string{text, "x"}) // into memory
		w.Flush()
		return strings.TrimSuffix(b.String(), ",x\n")
	}
	return text
}

// tomlString is a text between the quotes of TOML.
func tomlString(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteString("\\" + string(r))
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

var (
	guideExample = regexp.MustCompile("(?ms)^(`{3,4})(?:toml|markdown|csv|svg|text) ([\\p{Han}a-z0-9/.-]+)\n(.*?)^`{3,4}$")
	tomlText     = regexp.MustCompile(`"(?:[^"\\\n]|\\.)*"`)
	csvCell      = regexp.MustCompile(`"(?:[^"]|"")*"|[^,\n"]+`)
	prose        = regexp.MustCompile(`(?m)^(?:#+ |\| |- |[^+|\-!` + "`" + `\n\s{<0-9#]).*$`)
)

// guideSite gives the example site of docs/format.md, in which every key of the format
// stands: TestGuideShowsEveryKey holds it to that.
func (t *torture) guideSite() (tree, error) {
	text, err := os.ReadFile(filepath.Join(t.root, "docs", "format.md"))
	files := tree{}
	for _, m := range guideExample.FindAllStringSubmatch(string(text), -1) {
		files[m[2]] = m[3]
	}
	if err == nil && files["config.toml"] == "" {
		err = errors.New("docs/format.md has no example site")
	}
	return files, err
}

// fieldsOf finds the fields of a site: every text of every TOML file and front matter, every
// cell of every table, and every line of prose.
func fieldsOf(site tree) []field {
	var list []field
	add := func(file string, kind, start, end int) {
		if start == end {
			return
		}
		line := strings.Count(site[file][:start], "\n") + 1
		list = append(list, field{file, line, start, end, kind, len(list) + 1})
	}
	for _, file := range slices.Sorted(maps.Keys(site)) {
		text := site[file]
		from := 0
		var kind int
		var what *regexp.Regexp
		switch filepath.Ext(file) {
		case ".toml":
			kind, what = inTOML, tomlText
		case ".csv":
			kind, what = inCSV, csvCell
		case ".md":
			if _, rest, ok := strings.Cut(text, "\n+++\n"); ok {
				from = len(text) - len(rest)
				for _, m := range tomlText.FindAllStringIndex(text[:from], -1) {
					add(file, inTOML, m[0], m[1])
				}
			}
			kind, what = inMarkdown, prose
		default:
			continue
		}
		for _, m := range what.FindAllStringIndex(text[from:], -1) {
			if kind == inTOML {
				// A comment is no field, nor is a key in quotes.
				line := text[strings.LastIndexByte(text[:from+m[0]], '\n')+1 : from+m[0]]
				if strings.Contains(line, "#") || strings.HasPrefix(strings.TrimLeft(text[from+m[1]:], " "), "=") {
					continue
				}
			}
			if kind == inMarkdown { // the line stays, and the text comes behind it
				m[0] = m[1] - 1
			}
			add(file, kind, from+m[0], from+m[1])
		}
	}
	return list
}

// with writes a payload into fields of a site.
func with(site tree, fields []field, p payload) tree {
	out := maps.Clone(site)
	for _, f := range slices.Backward(fields) { // from the end, so that places stay
		text := fmt.Sprintf(p.text, f.number)
		if i := strings.Index(text, "%!(EXTRA"); i >= 0 {
			text = text[:i]
		}
		old := out[f.file]
		if f.kind == inMarkdown {
			out[f.file] = old[:f.end] + " " + f.write(text) + old[f.end:]
			continue
		}
		out[f.file] = old[:f.start] + f.write(text) + old[f.end:]
	}
	return out
}

// hostile writes hostile texts into every field, builds, and opens the pages.
func hostile(ctx context.Context, t *torture) error {
	site, err := t.guideSite()
	if err != nil {
		return err
	}
	w, err := t.world(ctx, killed)
	if err != nil {
		return err
	}
	all := fieldsOf(site)
	fields, err := t.free(ctx, w, site, all)
	if err != nil {
		return err
	}
	browser, err := startBrowser(ctx, t)
	if err != nil {
		return err
	}
	if browser == nil {
		fmt.Fprintln(t.said, "hostile: pages are not opened: there is no Chromium on this machine; they are only read")
	} else {
		defer browser.close()
	}
	fmt.Fprintf(t.out, "%d fields of %d files; in %d of them any words may stand.\n\n", len(all), len(site), len(fields))
	b := t.table("text", "fields", "refused with file and line", "taken", "files of the site read", "pages opened in Chromium", "nothing came of it")
	for _, p := range payloads {
		var refused, taken, files, pages int
		ran, ok, err := t.try(ctx, "hostile/"+p.name, func(*rand.Rand) error {
			left, err := t.sieve(ctx, w, site, fields, p)
			if err != nil {
				return err
			}
			taken, refused = len(left), len(fields)-len(left)
			out := filepath.Join(t.work, "hostile", "public")
			said, err := t.call(ctx, "build", "-C", filepath.Join(t.work, "hostile"), "-templates", w.templates[0], "-out", out)
			if err != nil || panics.MatchString(said) {
				return breachf("check takes it, and a build ends with %v: %s", err, lastLines(said))
			}
			built, err := readTree(out)
			if err != nil {
				return err
			}
			files = len(built)
			if err := inspect(built, p); err != nil {
				return err
			}
			if browser != nil {
				pages, err = browser.open(ctx, built, t.percent)
			}
			return err
		})
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		if ran {
			b.add("hostile/"+p.name, len(fields), refused, taken, files, pages, map[bool]string{true: "yes", false: "no"}[ok])
		}
	}
	return nil
}

// finding is a line of `check -format json`.
type finding struct{ File, Severity, Message string }

// maxMessage is how long a message about one fault may be, in bytes.
const maxMessage = 8000

// free gives the fields in which any text may stand: check takes a site with harmless words
// in that field alone.
func (t *torture) free(ctx context.Context, w *world, site tree, fields []field) ([]field, error) {
	return t.takenAlone(ctx, w, site, fields, payload{"harmless", "某词%d"})
}

// takenAlone gives the fields in which check takes a payload, each tried by itself.
func (t *torture) takenAlone(ctx context.Context, w *world, site tree, fields []field, p payload) (taken []field, err error) {
	for _, f := range fields {
		ok, err := t.takes(ctx, w, with(site, []field{f}, p))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f, err)
		}
		if ok {
			taken = append(taken, f)
		}
	}
	return taken, nil
}

// takes reports whether check takes a site, which is left in the folder hostile. A refusal
// without a place in a file is a breach.
func (t *torture) takes(ctx context.Context, w *world, site tree) (bool, error) {
	dir := filepath.Join(t.work, "hostile")
	if err := errors.Join(removeAll(dir), layTree(dir, site)); err != nil {
		return false, err
	}
	out, err := t.call(ctx, "check", "-C", dir, "-templates", w.templates[0], "-format", "json")
	if err == nil {
		return true, nil
	}
	if code(err) != 1 || panics.MatchString(out) {
		return false, breachf("check ends with %v: %s", err, lastLines(out))
	}
	return false, placed(out)
}

// sieve leaves a site in the folder hostile that has a payload in as many fields as are taken
// together. What is refused beside others only, as two equal names are, goes by halves.
func (t *torture) sieve(ctx context.Context, w *world, site tree, fields []field, p payload) ([]field, error) {
	if ok, err := t.takes(ctx, w, with(site, fields, p)); ok || err != nil {
		return fields, err
	}
	fields, err := t.takenAlone(ctx, w, site, fields, p)
	if err != nil {
		return nil, err
	}
	taken, err := t.together(ctx, w, site, nil, fields, p)
	if err != nil {
		return nil, err
	}
	_, err = t.takes(ctx, w, with(site, taken, p)) // the folder is that of the last try
	return taken, err
}

// together adds fields to those that are taken: all at once, or by halves.
func (t *torture) together(ctx context.Context, w *world, site tree, taken, more []field, p payload) ([]field, error) {
	if len(more) == 0 {
		return taken, nil
	}
	all := slices.SortedFunc(slices.Values(slices.Concat(taken, more)), func(a, b field) int { return a.number - b.number })
	ok, err := t.takes(ctx, w, with(site, all, p))
	switch {
	case err != nil:
		return nil, err
	case ok:
		return all, nil
	case len(more) == 1:
		return taken, nil
	}
	half := len(more) / 2
	if taken, err = t.together(ctx, w, site, taken, more[:half], p); err != nil {
		return nil, err
	}
	return t.together(ctx, w, site, taken, more[half:], p)
}

// placed wants a place and words in every error that check prints.
func placed(out string) error {
	for line := range strings.Lines(out) {
		var f finding
		if json.Unmarshal([]byte(line), &f) != nil || f.Severity != "error" {
			continue
		}
		if f.File == "" || f.Message == "" {
			return breachf("an error without a place or a word: %.300s", line)
		}
		if len(line) > maxMessage {
			return breachf("a message of %d bytes: %.300s", len(line), line)
		}
	}
	return nil
}
