package theme

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/transpile"
)

// Asset is a file of the theme as the site serves it. Its name changes with
// its content, so that browsers may keep it for ever.
type Asset struct {
	Path string // relative to the site's root
	Data []byte
}

// NewAsset names a file by its content.
func NewAsset(name, ending string, data []byte) Asset {
	sum := sha256.Sum256(data)
	return Asset{address.Assets + name + "." + hex.EncodeToString(sum[:5]) + ending, data}
}

// NewStyle is a style sheet that the program writes itself, lowered and made small like
// those of the theme. A sheet with a fault is one of the program.
func NewStyle(name string, css []byte) Asset {
	small, faults := transpile.Style(css)
	if len(faults) > 0 {
		panic("theme: internal error: the style sheet " + name + ": " + faults[0].Text)
	}
	return NewAsset(name, ".css", small)
}

// loadAssets reads style sheets and scripts, lowered for older browsers and made
// small.
func (l *loader) loadAssets(t *Theme) {
	names := l.list("css", ".css")
	if len(names) == 0 {
		l.report(NoStyle.At(l.at("css")))
	}
	var css [][]byte
	for _, name := range names {
		if data, ok := l.read(name); ok {
			// Each file by itself, so that faults have its lines.
			if _, faults := transpile.Style(data); l.faulty(name, faults) {
				continue
			}
			css = append(css, data)
		}
	}
	t.Grounds = groundsOf(string(bytes.Join(css, []byte("\n"))))
	whole, _ := transpile.Style(bytes.Join(css, []byte("\n")))
	style := NewAsset("site", ".css", whole)
	t.Style = style.Path
	t.assets = append(t.assets, style)
	for _, name := range l.list("js", ".js") {
		if data, ok := l.read(name); ok {
			small, faults := transpile.Script(data)
			if l.faulty(name, faults) {
				continue
			}
			id := strings.TrimSuffix(path.Base(name), ".js")
			script := NewAsset(id, ".js", small)
			t.Scripts[id] = script.Path
			t.assets = append(t.assets, script)
		}
	}
	if data, ok := l.read("icon.svg"); ok {
		icon := NewAsset("icon", ".svg", data)
		t.Icon = icon.Path
		t.assets = append(t.assets, icon)
	}
}

// faulty reports what is wrong with a style sheet or a script, and whether it is
// too wrong to be used.
func (l *loader) faulty(name string, faults []transpile.Fault) bool {
	unusable := false
	for _, f := range faults {
		rule := BadAsset
		if f.Warning {
			rule = OddAsset
		} else {
			unusable = true
		}
		l.report(rule.At(diag.Pos{File: l.shown(name), Line: f.Line, Col: f.Col}, f.Text))
	}
	return unusable
}
