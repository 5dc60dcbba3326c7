package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Marker is the file of a published folder that says which of its files a build
// wrote: a build replaces and removes these and no others. It is a text with a
// path a line, in order, the same bytes for the same files, and names nothing
// that is not published anyway.
const Marker = "reportsite.txt"

// markerHead begins a marker; the number grows when its form changes.
const (
	markerHead  = "reportsite 1\n"
	markerAbout = "%d files of this folder are from a build; the next one replaces or removes them and keeps all others.\n"
)

// marker is the content of a marker for these files.
func marker(files map[string]bool) []byte {
	var b bytes.Buffer
	b.WriteString(markerHead)
	fmt.Fprintf(&b, markerAbout, len(files))
	for _, name := range slices.Sorted(maps.Keys(files)) {
		b.WriteString(name)
		b.WriteByte('\n')
	}
	return b.Bytes()
}

// Mark is the content of the marker of a folder that holds these files of a build and
// no others; the marker itself is not among them.
func Mark(files []string) []byte {
	all := make(map[string]bool, len(files))
	for _, name := range files {
		all[name] = true
	}
	return marker(all)
}

// Marked lists the files that a marker names, in order; ok is false for a text that is
// no whole marker.
func Marked(data []byte) (files []string, ok bool) {
	all, ok := readMarker(data)
	return slices.Sorted(maps.Keys(all)), ok
}

// readMarker gives the files that a marker names; ok is false for a text that is
// no whole marker, such as one cut short.
func readMarker(data []byte) (files map[string]bool, ok bool) {
	text := strings.ReplaceAll(string(data), "\r\n", "\n") // of a repository that changes line ends
	rest, ok := strings.CutPrefix(text, markerHead)
	if !ok {
		return nil, false
	}
	files = map[string]bool{}
	_, list, _ := strings.Cut(rest, "\n")
	for line := range strings.Lines(list) {
		name, whole := strings.CutSuffix(line, "\n")
		if clean, err := valid(name); err != nil || clean != name || !whole || files[name] {
			return nil, false
		}
		files[name] = true
	}
	if !strings.HasPrefix(rest, fmt.Sprintf(markerAbout, len(files))) {
		return nil, false
	}
	return files, true
}

// negligible are files of a folder that counts as empty all the same: of git,
// and of systems that leave them in every folder somebody has looked at. They
// are kept like every file that no build wrote.
var negligible = map[string]bool{
	keep: true, ".gitkeep": true, ".keep": true, ".DS_Store": true, "Thumbs.db": true, "desktop.ini": true,
}

// Negligible reports whether a path is such a file at the root of a folder.
func Negligible(path string) bool { return negligible[path] }

// written lists the files of the public folder that a build wrote. A folder that
// is missing or empty has none. The error is a [*ForeignError] for one
// that holds something and no mark of a build.
func (r Rules) written(dir string) (map[string]bool, error) {
	data, err := os.ReadFile(filepath.Join(dir, Marker))
	if err == nil {
		if files, ok := readMarker(data); ok {
			return files, nil
		}
	}
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var found []string
	for _, e := range entries {
		if !negligible[e.Name()] || !e.Type().IsRegular() {
			found = append(found, e.Name())
		}
	}
	if len(found) == 0 {
		return nil, nil
	}
	if r.Former != nil {
		if files := r.Former(os.DirFS(dir)); files != nil {
			return files, nil
		}
	}
	return nil, &ForeignError{Reason: ErrUnmarked, Files: found}
}

// foldersOf are the folders that hold these files.
func foldersOf(files map[string]bool) map[string]bool {
	folders := map[string]bool{".": true}
	for name := range files {
		for at := path.Dir(name); !folders[at]; at = path.Dir(at) {
			folders[at] = true
		}
	}
	return folders
}
