// Package bundle is what a release carries inside, so that an editor needs one file:
// the theme, the front-end libraries and the licences of everything. A program that was
// built from a checkout carries nothing.
//
// No third-party file is committed: tools/release fetches the libraries from npm, packs
// them with package pack, and has the compiler take the archive from there.
package bundle

import (
	"archive/zip"
	"bytes"
	"io/fs"
)

// Licenses is the file of the archive with the licences of all that a release holds.
const Licenses = "LICENSES.txt"

// Files are the templates folder, with its libraries in node_modules, and the licences;
// nil in a program that was built from a checkout.
func Files() fs.FS {
	if len(archive) == 0 {
		return nil
	}
	r, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		panic("generator: internal error: the archive of the release: " + err.Error())
	}
	return r
}
