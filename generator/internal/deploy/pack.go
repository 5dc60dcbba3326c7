package deploy

import (
	"archive/tar"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// pack writes files of the site below files/, and lists with a NUL after each name.
func pack(w io.Writer, site *Site, names []string, lists map[string][]string) error {
	t := tar.NewWriter(w)
	for name, list := range lists {
		var b bytes.Buffer
		for _, l := range list {
			b.WriteString(l + "\x00")
		}
		if err := t.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(b.Len())}); err != nil {
			return err
		}
		if _, err := t.Write(b.Bytes()); err != nil {
			return err
		}
	}
	for _, name := range names {
		file := filepath.Join(site.Dir, filepath.FromSlash(name))
		info, err := os.Stat(file)
		if err != nil {
			return err
		}
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != site.paths[name].SHA256 {
			return &ChangedError{}
		}
		if err := t.WriteHeader(&tar.Header{Name: "files/" + name, Mode: 0o644, Size: int64(len(data)), ModTime: info.ModTime()}); err != nil {
			return err
		}
		if _, err := t.Write(data); err != nil {
			return err
		}
	}
	return t.Close()
}

// foldersAbove are the folders that hold these files, the deepest first.
func foldersAbove(names []string) []string {
	seen := map[string]bool{}
	var list []string
	for _, name := range names {
		for at := path.Dir(name); at != "." && !seen[at] && fs.ValidPath(at); at = path.Dir(at) {
			seen[at] = true
			list = append(list, at)
		}
	}
	slices.SortFunc(list, func(a, b string) int { return strings.Count(b, "/") - strings.Count(a, "/") })
	return list
}
