package theme

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"

	"reportsite/generator/internal/address"
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

func (l *loader) loadAssets(t *Theme) {
	var css [][]byte
	for _, name := range l.list("css", ".css") {
		if data, ok := l.read(name); ok {
			css = append(css, data)
		}
	}
	if len(css) == 0 {
		l.report(NoStyle.At(l.at("css")))
	}
	style := NewAsset("site", ".css", bytes.Join(css, nil))
	t.Style = style.Path
	t.assets = append(t.assets, style)
	for _, name := range l.list("js", ".js") {
		if data, ok := l.read(name); ok {
			id := strings.TrimSuffix(path.Base(name), ".js")
			script := NewAsset(id, ".js", data)
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
