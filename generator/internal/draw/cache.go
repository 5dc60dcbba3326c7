package draw

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"

	"github.com/gofrs/flock"
)

const (
	// packsMost is how many packs gather before they become one.
	packsMost = 8

	// unusedMost is how many bytes of pictures that a whole build has no use for may
	// lie in the cache beside as many as it uses. They are there for going
	// back and forth between two states of the content.
	unusedMost = 8 << 20

	packSuffix = ".pack"
	tempSuffix = ".pack.tmp"
)

// packName is how [packWriter.finish] calls a pack. Files of other names are somebody
// else's, should the folder be theirs: they are neither read nor removed.
var packName = regexp.MustCompile(`^[0-9a-f]{16}\.pack$`)

// cache keeps pictures from one build to the next, in packs in a folder. Each
// build that draws adds one pack; the packs that it finds are never changed,
// only replaced by one new pack when they are many or mostly unused. So several
// builds can read and write the same folder at once.
//
// A damaged picture or pack is as good as none.
type cache struct {
	dir     string   // "": nothing is written
	packs   []string // names of the files found
	entries map[key]entry
	order   []key // of entries, as they lie in the packs
	used    map[key]bool
	bytes   int64 // of all entries
	damaged bool  // something could not be used: write everything anew

	fresh *packWriter    // this build's pack; nil: nothing is drawn yet
	lock  *flock.Flock   // held while fresh is there
	spare bool           // pictures that this build did not use may go
	loose map[key][]byte // pictures that no pack takes; nil for one that cannot be drawn
	err   error          // why no pack takes them
}

// openCache reads what the folder holds; it need not exist. The error says that
// the folder cannot be read: then it is not written either.
func openCache(dir string) (*cache, error) {
	c := &cache{entries: map[key]entry{}, used: map[key]bool{}, loose: map[key][]byte{}}
	if dir == "" {
		return c, nil
	}
	files, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return c, fmt.Errorf("read the chart cache: %w", err)
	}
	for _, f := range files {
		if !packName.MatchString(f.Name()) || !f.Type().IsRegular() {
			continue
		}
		pack, err := load(filepath.Join(dir, f.Name()))
		if errors.Is(err, fs.ErrNotExist) {
			continue // another build has just replaced it
		}
		if err != nil {
			return c, fmt.Errorf("read the chart cache: %w", err)
		}
		c.add(f.Name(), pack)
	}
	c.dir = dir
	return c, nil
}

// add takes in a pack that was found.
func (c *cache) add(name string, pack []byte) {
	c.packs = append(c.packs, name)
	list, whole := entries(pack)
	c.damaged = c.damaged || !whole
	for _, e := range list {
		if _, ok := c.entries[e.key]; !ok {
			c.entries[e.key] = e
			c.order = append(c.order, e.key)
		}
		c.bytes += int64(len(e.data))
	}
}

// get finds a picture that an earlier build or this one drew. It is nil for one
// that this build found it cannot draw.
func (c *cache) get(k key) (picture []byte, found bool) {
	if e, ok := c.entries[k]; ok {
		if c.used[k] || e.sound() {
			c.used[k] = true
			return e.data, true
		}
		c.damaged = true
		return nil, false
	}
	if c.fresh != nil {
		if picture, found := c.fresh.read(k); found {
			return picture, true
		}
	}
	picture, found = c.loose[k]
	return picture, found
}

// put adds a picture that was drawn, nil for one that cannot be.
func (c *cache) put(k key, picture []byte) {
	delete(c.entries, k) // it was damaged
	if picture != nil && c.dir != "" && c.err == nil {
		if c.err = c.begin(); c.err == nil {
			c.err = c.fresh.write(k, picture)
		}
		if c.err == nil {
			return
		}
	}
	c.loose[k] = picture
}

// begin begins this build's pack, if that has not been done.
func (c *cache) begin() error {
	if c.fresh != nil {
		return nil
	}
	if err := os.MkdirAll(c.dir, 0o755); err != nil {
		return err
	}
	// Every build holds the lock together with the others while its pack is
	// unfinished. One that gets it alone knows that whatever unfinished packs
	// lie there were left over by builds that were killed.
	c.lock = flock.New(filepath.Join(c.dir, "lock"))
	if alone, err := c.lock.TryLock(); err != nil {
		return err
	} else if alone {
		if err := errors.Join(c.sweep(), c.lock.Unlock()); err != nil {
			return err
		}
	}
	if err := c.lock.RLock(); err != nil {
		return err
	}
	var err error
	c.fresh, err = newPack(c.dir)
	return err
}

// sweep removes unfinished packs.
func (c *cache) sweep() error {
	left, err := filepath.Glob(filepath.Join(c.dir, "*"+tempSuffix))
	for _, name := range left {
		os.Remove(name)
	}
	return err
}

// close finishes this build's pack, and replaces the old packs by it when they
// are many, damaged or mostly unused. Without anything drawn it writes nothing.
func (c *cache) close() error {
	if c.fresh == nil {
		return c.err
	}
	defer c.lock.Close()
	if c.err != nil {
		return errors.Join(c.err, c.fresh.abort())
	}
	replace := c.damaged || len(c.packs) >= packsMost || c.wasteful()
	if replace {
		for _, e := range c.kept() {
			if err := c.fresh.write(e.key, e.data); err != nil {
				return errors.Join(err, c.fresh.abort())
			}
		}
	}
	name, err := c.fresh.finish()
	if err != nil {
		return err
	}
	if replace {
		for _, old := range c.packs {
			if old != name {
				os.Remove(filepath.Join(c.dir, old)) // one that stays is read again, that is all
			}
		}
	}
	return nil
}

// wasteful reports whether too much lies in the cache that this build did not
// use and may drop.
func (c *cache) wasteful() bool {
	if !c.spare {
		return false
	}
	used := int64(0)
	for k := range c.used {
		used += int64(len(c.entries[k].data))
	}
	return c.bytes-used > used+unusedMost
}

// kept lists the pictures that a new pack takes over from the old ones.
func (c *cache) kept() (list []entry) {
	wasteful := c.wasteful()
	for _, k := range c.order {
		if e, ok := c.entries[k]; ok && (c.used[k] || !wasteful && e.sound()) {
			list = append(list, e)
		}
	}
	return list
}
