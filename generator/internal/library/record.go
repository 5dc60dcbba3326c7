package library

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// recordFile says what the libraries were when they were installed. A file of a library
// that was damaged since would be published otherwise: npm looks at versions alone.
const recordFile = "node_modules/.reportsite.json"

// record is the content of the file.
type record struct {
	Lock  string            `json:"lock"`  // SHA-256 of package-lock.json
	Files map[string]string `json:"files"` // SHA-256 by path below the templates folder
}

// damaged is the first file of a library that is not as it was installed; "" where all are,
// or where nobody has noted what they were, as after an installation by hand.
func damaged(templates string) string {
	was, ok := noted(templates)
	if !ok {
		return ""
	}
	now, err := recordOf(templates)
	if err != nil {
		return recordFile
	}
	for _, name := range slices.Sorted(maps.Keys(was.Files)) {
		if now.Files[name] != was.Files[name] {
			return name
		}
	}
	return ""
}

// keepRecord notes what the libraries are, unless that is noted already or anew says that
// they were installed this moment.
func keepRecord(templates string, anew bool) error {
	name := filepath.Join(templates, filepath.FromSlash(recordFile))
	if _, known := noted(templates); known && !anew {
		return nil
	}
	now, err := recordOf(templates)
	if err != nil {
		return err
	}
	text, err := json.MarshalIndent(now, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(name, append(text, '\n'), 0o644)
}

// noted is what was noted when the libraries of this lock file were installed.
func noted(templates string) (was record, ok bool) {
	text, err := os.ReadFile(filepath.Join(templates, filepath.FromSlash(recordFile)))
	if err != nil || json.Unmarshal(text, &was) != nil || len(was.Files) == 0 {
		return was, false
	}
	lock, err := os.ReadFile(filepath.Join(templates, "package-lock.json"))
	return was, err == nil && was.Lock == sum(lock)
}

// recordOf reads the files of the libraries that are there.
func recordOf(templates string) (record, error) {
	r := record{Files: map[string]string{}}
	lock, err := os.ReadFile(filepath.Join(templates, "package-lock.json"))
	if err != nil {
		return r, err
	}
	r.Lock = sum(lock)
	theme := os.DirFS(templates)
	for _, name := range Files() {
		err := fs.WalkDir(theme, name, func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			data, err := fs.ReadFile(theme, name)
			r.Files[path.Clean(name)] = sum(data)
			return err
		})
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return r, fmt.Errorf("read %s: %w", name, err)
		}
	}
	return r, nil
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}
