package source

import (
	"crypto/sha256"
	"io/fs"
	"path"
	"strings"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/intact"
	"reportsite/generator/internal/markdown"
	"reportsite/generator/internal/tomlfile"
)

// toml decodes a file into dst in the background; doc is set when the file
// could be decoded, with or without faults.
func (l *loader) toml(name string, dst any, doc **tomlfile.Doc) {
	l.work.Go(func() error {
		data, ok := l.read(name)
		if !ok {
			return nil
		}
		d, diags := tomlfile.Decode(file(name), data, 1, dst)
		*doc = d
		l.report(diags...)
		return nil
	})
}

// prose reads a Markdown file in the background. dst.File is set when it could
// be read.
func (l *loader) prose(name string, dst *Prose) {
	l.work.Go(func() error {
		data, ok := l.read(name)
		if !ok {
			return nil
		}
		_, *dst = recall(l, name, func() (*tomlfile.Doc, Prose, []diag.Diagnostic) {
			return parseProse(file(name), data)
		})
		return nil
	})
}

func parseProse(name string, data []byte) (*tomlfile.Doc, Prose, []diag.Diagnostic) {
	p := Prose{File: name}
	var diags, more []diag.Diagnostic
	front, frontLine, body, bodyLine, ok := markdown.FrontMatter(data)
	open := !ok && markdown.OpenFront(data)
	switch begin := (diag.Pos{File: name, Line: 1, Col: 1}); {
	case open:
		diags = append(diags, OpenFront.At(begin))
	case !ok:
		if mark, line := markdown.OtherFence(data); mark != "" {
			diags = append(diags, FrontMark.At(diag.Pos{File: name, Line: line, Col: 1}, mark))
			break
		}
		diags = append(diags, NoFrontMatter.At(begin))
	}
	p.Doc, more = tomlfile.Decode(name, front, frontLine, &p.Front)
	diags = append(diags, more...)
	if open { // the text is not separated from the front matter
		return p.Doc, p, diags
	}
	p.Body, more = markdown.Parse(name, body, bodyLine)
	return p.Doc, p, append(diags, more...)
}

// read reads a file of the content; a fault is reported.
func (l *loader) read(name string) ([]byte, bool) {
	pos := diag.Pos{File: file(name)}
	info, err := fs.Stat(l.content, name)
	if err != nil {
		l.report(Unreadable.At(pos, diag.Cause(err)))
		return nil, false
	}
	switch {
	case !info.Mode().IsRegular():
		l.report(NotRegular.At(pos))
		return nil, false
	case info.Size() > MaxFile:
		l.report(TooLarge.At(pos, info.Size()>>20, MaxFile>>20))
		return nil, false
	}
	data, ok := l.bytes(name)
	if !ok {
		return nil, false
	}
	if len(data) == 0 {
		if isText(name) {
			pos.Line, pos.Col = 1, 1
		}
		l.report(intact.EmptyFile.At(pos))
		return nil, false
	}
	if isText(name) {
		if fault, ok := intact.File(file(name), data); !ok {
			l.report(fault)
			return nil, false
		}
	}
	return data, true
}

// bytes reads a file as it is, and notes its sum.
func (l *loader) bytes(name string) ([]byte, bool) {
	data, err := fs.ReadFile(l.content, name)
	if err != nil {
		l.report(Unreadable.At(diag.Pos{File: file(name)}, diag.Cause(err)))
		return nil, false
	}
	sum := sha256.Sum256(data)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.sums[file(name)] = sum
	return data, true
}

// isText reports whether a file holds text; a workbook does not.
func isText(name string) bool { return !strings.EqualFold(path.Ext(name), ".xlsx") }

func (l *loader) sum(name string) Sum {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.sums[file(name)]
}
