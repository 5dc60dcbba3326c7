package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// exchange swaps two folders in one step. The error wraps
// [errors.ErrUnsupported] where the file system cannot.
func exchange(stage, public string) error {
	err := unix.RenamexNp(stage, public, unix.RENAME_SWAP)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, unix.ENOTSUP), errors.Is(err, unix.EINVAL):
		err = errors.ErrUnsupported
	}
	return &os.LinkError{Op: "exchange", Old: stage, New: public, Err: err}
}
