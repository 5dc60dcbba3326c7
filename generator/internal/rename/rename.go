// Package rename gives an indicator, a section or a page of the content another id: its
// file, every reference to it, and its former address, which leads on.
//
// [Plan] works out the new files and touches nothing; [Over] shows the site as it would
// be, for the checks of a build; [Apply] writes all of it or nothing.
package rename

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"reportsite/generator/internal/message"
	"reportsite/generator/internal/save"
)

// File is a file as it is to be. From is where it is now; paths are relative to the
// site's folder.
type File struct {
	From, Path string
	Data       []byte
	old        []byte
}

// The reasons why nothing can be renamed.
var (
	ErrForm    error = message.ID("rename-form")     // the words are no names of one kind
	ErrName    error = message.ID("name-form")       // the new name cannot be an address
	ErrUnknown error = message.ID("cause-missing")   // there is no such thing
	ErrTaken         = save.ErrExists                // the new name is in use
	ErrUTF8    error = message.ID("rename-encoding") // a file that would change is no UTF-8
)

// thing is what is renamed.
type thing struct {
	kind     string // "indicators", "pages", or the folder of an edition
	old, new string // ids
}

// parse reads the two names: an indicator's id, also as indicators/id; 2024/goals;
// pages/about. The second one may leave the folder out.
func parse(from, to string) (thing, error) {
	from, to = strings.Trim(from, "/"), strings.Trim(to, "/")
	kind, id, ok := strings.Cut(from, "/")
	if !ok {
		kind, id = "indicators", from
	}
	toKind, toID, ok := strings.Cut(to, "/")
	if !ok {
		toKind, toID = kind, to
	}
	isEdition := regexp.MustCompile(`^\d{4}(?:-\d{4})?$`).MatchString(kind)
	if toKind != kind || strings.Contains(id, "/") || kind != "indicators" && kind != "pages" && !isEdition {
		return thing{}, ErrForm
	}
	for _, name := range []string{id, toID} {
		if name == "" || name[0] == '-' || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			return thing{}, ErrName
		}
	}
	if id == toID {
		return thing{}, ErrTaken
	}
	return thing{kind, id, toID}, nil
}

// address is that of the thing by its id, from the site's root.
func (t thing) address(id string) string {
	if t.kind == "pages" {
		return "/" + id + "/"
	}
	return "/" + t.kind + "/" + id + "/"
}

// moved is the new name of a file that belongs to the thing; ok is false for others.
func (t thing) moved(name string) (to string, ok bool) {
	dir, base := path.Split(name)
	if dir != "content/"+t.kind+"/" {
		return "", false
	}
	number, rest := "", base
	if t.kind != "indicators" && t.kind != "pages" {
		if before, after, cut := strings.Cut(base, "-"); cut && before != "" && strings.Trim(before, "0123456789") == "" {
			number, rest = before+"-", after
		}
	}
	ending, ok := strings.CutPrefix(rest, t.old)
	if !ok || !slices.Contains([]string{".md", ".en.md"}, ending) && !(t.kind == "indicators" && ending == ".toml") ||
		t.kind == "indicators" && ending != ".toml" {
		return "", false
	}
	return dir + number + t.new + ending, true
}

// Plan lists the files that change, in the order of their names.
func Plan(site fs.FS, from, to string) ([]File, error) {
	t, err := parse(from, to)
	if err != nil {
		return nil, err
	}
	var list []File
	names := map[string]bool{}
	found := false
	err = fs.WalkDir(site, "content", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && (name == "content/files" || name == "content/static"):
			return fs.SkipDir
		case !e.Type().IsRegular():
			return nil
		}
		names[name] = true
		f, err := t.file(site, name)
		if f != nil {
			list = append(list, *f)
			found = found || f.From != f.Path
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	if f, err := t.file(site, "config.toml"); err == nil && f != nil {
		list = append(list, *f)
	}
	if !found {
		return nil, &fs.PathError{Op: "rename", Path: from, Err: ErrUnknown}
	}
	for _, f := range list {
		if f.From != f.Path && names[f.Path] {
			return nil, &fs.PathError{Op: "rename", Path: f.Path, Err: ErrTaken}
		}
	}
	return list, nil
}

// file is a file as it is to be; nil where it stays as it is.
func (t thing) file(site fs.FS, name string) (*File, error) {
	to, moves := t.moved(name)
	isText := strings.HasSuffix(name, ".md") || strings.HasSuffix(name, ".toml")
	if !moves && !isText {
		return nil, nil
	}
	old, err := fs.ReadFile(site, name)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	text := string(old)
	if strings.HasSuffix(name, ".md") {
		text = t.links(text, name)
	}
	text = t.keys(text, name)
	f := &File{From: name, Path: name, old: old}
	if moves {
		f.Path = to
		if !strings.HasSuffix(name, ".en.md") {
			text = t.leadOn(text, strings.HasSuffix(name, ".md"))
		}
	}
	if f.Data = []byte(text); f.Path == name && text == string(old) {
		return nil, nil
	}
	if strings.ContainsRune(text, '\uFFFD') {
		return nil, &fs.PathError{Op: "rename", Path: name, Err: ErrUTF8}
	}
	return f, nil
}

// destination is where a link of Markdown leads: in brackets behind its words, or in
// a line of its own.
var destination = regexp.MustCompile(`(?m)(\]\(\s*|^ {0,3}\[[^\]\n]+\]:\s*)(<[^<>\n]*>|[^)\s<>]+)`)

// links is Markdown whose links lead to the new name.
func (t thing) links(text, name string) string {
	return destination.ReplaceAllStringFunc(text, func(link string) string {
		m := destination.FindStringSubmatch(link)
		if inner, ok := strings.CutPrefix(m[2], "<"); ok {
			return m[1] + "<" + t.target(strings.TrimSuffix(inner, ">"), name) + ">"
		}
		return m[1] + t.target(m[2], name)
	})
}

// target is the new form of a link's address.
func (t thing) target(dest, name string) string {
	at := strings.IndexByte(dest, '#')
	if at < 0 {
		at = len(dest)
	}
	place, fragment := dest[:at], dest[at:]
	scheme, ids, ok := strings.Cut(place, ":")
	switch {
	case ok && scheme == "indicator" && t.kind == "indicators":
		list := strings.Split(ids, ",")
		for n, id := range list {
			if strings.TrimSpace(id) == t.old {
				list[n] = strings.Replace(id, t.old, t.new, 1)
			}
		}
		return scheme + ":" + strings.Join(list, ",") + fragment
	case ok:
		return dest
	case strings.HasPrefix(place, "/"):
		old := strings.TrimSuffix(t.address(t.old), "/")
		if rest, ok := strings.CutPrefix(place, old); ok && (rest == "" || rest == "/") {
			return strings.TrimSuffix(t.address(t.new), "/") + rest + fragment
		}
		if t.kind == "indicators" {
			for _, ending := range []string{".json", ".csv"} {
				if place == "/data/indicators/"+t.old+ending {
					return "/data/indicators/" + t.new + ending + fragment
				}
			}
			if rest, ok := strings.CutPrefix(place, "/embed/"+t.old); ok && (rest == "" || rest == "/") {
				return "/embed/" + t.new + rest + fragment
			}
		}
	case strings.HasSuffix(place, ".md"):
		if to, ok := t.moved(path.Join(path.Dir(name), place)); ok {
			return place[:len(place)-len(path.Base(place))] + path.Base(to) + fragment
		}
	}
	return dest
}

// keys is TOML, or the front matter of Markdown, whose keys name the new id.
func (t thing) keys(text, name string) string {
	dir := strings.TrimSuffix(strings.TrimPrefix(path.Dir(name), "content"), "/")
	end := len(text)
	if strings.HasSuffix(name, ".md") {
		if end = strings.Index(text, "\n+++"); end < 0 {
			return text
		}
	}
	front, rest := text[:end], text[end:]
	q := regexp.QuoteMeta
	edit := func(keys, old, new string) {
		form := regexp.MustCompile(`(\b(?:` + keys + `)\s*=\s*["'])` + q(old) + `(["'#])`)
		front = form.ReplaceAllString(front, "${1}"+new+"${2}")
	}
	switch {
	case t.kind == "indicators" && dir == "/tables":
		edit(`[^\s=]+`, t.old, t.new)
		front = regexp.MustCompile(`("\s*=\s*["'])`+q(t.old)+`(["'])`).ReplaceAllString(front, "${1}"+t.new+"${2}")
	case t.kind == "indicators":
		edit("ref|growth", t.old, t.new)
	case t.kind != "pages":
		edit("section", t.kind+"/"+t.old, t.kind+"/"+t.new)
		if dir == "/"+t.kind {
			edit("section|parent", t.old, t.new)
		}
	}
	old := strings.TrimSuffix(t.address(t.old), "/")
	front = regexp.MustCompile(`(\burl\s*=\s*["'])`+q(old)+`(/?["'#])`).ReplaceAllString(front, "${1}"+strings.TrimSuffix(t.address(t.new), "/")+"${2}")
	return front + rest
}

// leadOn adds the old address to the former addresses of a file, and takes the new one out of them.
func (t thing) leadOn(text string, isMarkdown bool) string {
	old := `"` + t.address(t.old) + `"`
	end := len(text)
	if isMarkdown {
		if i := strings.Index(text, "\n+++"); i >= 0 {
			end = i
		}
	}
	front, rest := text[:end], text[end:]
	own := regexp.MustCompile(`(?m)^([ \t]*former\s*=\s*\[)([^\]]*)\]`)
	if m := own.FindStringSubmatchIndex(front); m != nil {
		list := regexp.MustCompile(`["']`+regexp.QuoteMeta(strings.TrimSuffix(t.address(t.new), "/"))+`/?["']\s*,?\s*`).ReplaceAllString(front[m[4]:m[5]], "")
		if strings.TrimSpace(list) != "" {
			old += ", "
		}
		return front[:m[3]] + old + strings.TrimLeft(list, " ") + front[m[5]:] + rest
	}
	newline := "\n"
	if strings.Contains(text, "\r\n") {
		newline = "\r\n"
	}
	line := "former = [" + old + "]" + newline
	mark := ""
	if strings.HasPrefix(front, "\ufeff") {
		mark, front = "\ufeff", strings.TrimPrefix(front, "\ufeff")
	}
	if !isMarkdown {
		return mark + line + front + rest
	}
	first := strings.IndexByte(front, '\n') + 1
	if first == 0 {
		return text
	}
	return mark + front[:first] + line + front[first:] + rest
}
