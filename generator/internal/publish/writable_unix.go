//go:build unix

package publish

import (
	"io/fs"

	"golang.org/x/sys/unix"
)

// writable reports early what would fail after all work was done. A folder
// that its owner made read-only is left alone even where the system would let
// us, as it does for root: somebody wanted it to stay.
func writable(dir string, info fs.FileInfo) error {
	if info.Mode().Perm()&0o200 == 0 {
		return errReadOnly
	}
	return unix.Access(dir, unix.W_OK)
}
