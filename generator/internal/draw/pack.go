package draw

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
)

// A pack is a file of pictures: a line that names the format, then for each
// picture its key, a checksum, its length and its bytes. It is written once
// and never changed.
const (
	packHead    = "reportsite pictures 1\n"
	entryHead   = len(key{}) + 4 + 4
	pictureMost = 1 << 28 // bytes; a length above it is damage
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// entry is a picture in a pack. Its bytes lie in the pack's memory.
type entry struct {
	key  key
	sum  uint32
	data []byte
}

// sound reports whether the picture is as it was written.
func (e entry) sound() bool { return e.sum == e.checksum() }

func (e entry) checksum() uint32 {
	return crc32.Update(crc32.Checksum(e.key[:], castagnoli), castagnoli, e.data)
}

// entries lists the pictures of a pack without looking at their bytes. whole
// is false for a pack that ends too early or is none.
func entries(pack []byte) (list []entry, whole bool) {
	rest, ok := bytes.CutPrefix(pack, []byte(packHead))
	if !ok {
		return nil, false
	}
	for len(rest) > 0 {
		if len(rest) < entryHead {
			return list, false
		}
		e := entry{key: key(rest[:len(key{})])}
		e.sum = binary.LittleEndian.Uint32(rest[len(key{}):])
		size := binary.LittleEndian.Uint32(rest[len(key{})+4:])
		rest = rest[entryHead:]
		if size > pictureMost || int(size) > len(rest) {
			return list, false
		}
		e.data, rest = rest[:size:size], rest[size:]
		list = append(list, e)
	}
	return list, true
}
