//go:build unix

package draw

import (
	"os"

	"golang.org/x/sys/unix"
)

// mapFrom is the size in bytes from which a pack is mapped instead of read.
// Reading 200 MB costs over half a second, most of it for fresh memory; mapping
// them costs what is looked at. A mapping is never undone, because pictures
// lie in it: that is why small packs, as a dev server opens them again and
// again, are read.
const mapFrom = 16 << 20

// load returns the content of a file that is never written again.
func load(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() >= mapFrom {
		return unix.Mmap(int(f.Fd()), 0, int(info.Size()), unix.PROT_READ, unix.MAP_PRIVATE)
	}
	return os.ReadFile(path)
}
