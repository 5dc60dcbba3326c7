package page

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"

	"reportsite/generator/internal/address"
)

// asset is a file of the theme as the site serves it. Its name changes with
// its content, so that browsers may keep it for ever.
type asset struct {
	path string
	data []byte
}

func newAsset(name, ending string, data []byte) asset {
	sum := sha256.Sum256(data)
	return asset{address.Assets + name + "." + hex.EncodeToString(sum[:5]) + ending, data}
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
	style := newAsset("site", ".css", bytes.Join(css, nil))
	t.style = style.path
	t.assets = append(t.assets, style)
	for _, name := range l.list("js", ".js") {
		if data, ok := l.read(name); ok {
			id := strings.TrimSuffix(path.Base(name), ".js")
			script := newAsset(id, ".js", data)
			t.scripts[id] = script.path
			t.assets = append(t.assets, script)
		}
	}
	if data, ok := l.read("icon.svg"); ok {
		icon := newAsset("icon", ".svg", data)
		t.icon = icon.path
		t.assets = append(t.assets, icon)
	}
}
