package draw

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
)

const (
	// packsMost is how many packs gather before they become one.
	packsMost = 8

	// unusedMost is how many bytes of pictures that a build has no use for may
	// lie in the cache beside as many as it uses. They are there for going
	// back and forth between two states of the content.
	unusedMost = 8 << 20

	packSuffix = ".pack"
	tempSuffix = ".tmp"
)

// cache keeps pictures from one build to the next, in packs in a folder. Each
// build that draws adds one pack; the packs that it finds are never changed,
// only replaced by one new pack when they are many or mostly unused. So several
// builds can read and write the same folder at once.
//
// A damaged picture or pack is as good as none. The nil cache holds nothing.
type cache struct {
	dir     string
	packs   []string // names of the files found
	entries map[key]entry
	order   []key // of entries, as they lie in the packs
	used    map[key]bool
	bytes   int64 // of all entries
	damaged bool  // something could not be used: write everything anew
	fresh   []entry
}

// openCache reads what the folder holds; it need not exist. "" gives the nil
// cache, and so does a folder that cannot be read, with the reason.
func openCache(dir string) (*cache, error) {
	if dir == "" {
		return nil, nil
	}
	c := &cache{dir: dir, entries: map[key]entry{}, used: map[key]bool{}}
	files, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read the chart cache: %w", err)
	}
	for _, f := range files {
		if filepath.Ext(f.Name()) != packSuffix || !f.Type().IsRegular() {
			continue
		}
		pack, err := load(filepath.Join(dir, f.Name()))
		if errors.Is(err, fs.ErrNotExist) {
			continue // another build has just replaced it
		}
		if err != nil {
			return nil, fmt.Errorf("read the chart cache: %w", err)
		}
		c.packs = append(c.packs, f.Name())
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
	return c, nil
}

// get returns a picture, or nil.
func (c *cache) get(k key) []byte {
	if c == nil {
		return nil
	}
	e, ok := c.entries[k]
	if !ok {
		return nil
	}
	if !e.sound() {
		c.damaged = true
		return nil
	}
	c.used[k] = true
	return e.data
}

// put adds a picture; save writes it.
func (c *cache) put(k key, picture []byte) {
	if c != nil {
		c.fresh = append(c.fresh, entry{key: k, data: picture})
	}
}

// save writes the pictures that were added. When none were, nothing is written.
func (c *cache) save() error {
	if c == nil || len(c.fresh) == 0 {
		return nil
	}
	if err := c.write(); err != nil {
		return fmt.Errorf("write the chart cache: %w", err)
	}
	return nil
}

func (c *cache) write() error {
	if err := os.MkdirAll(c.dir, 0o755); err != nil {
		return err
	}
	// One build writes at a time. Whatever unfinished files lie there while it
	// does are left over from builds that were killed.
	lock := flock.New(filepath.Join(c.dir, "lock"))
	if err := lock.Lock(); err != nil {
		return err
	}
	defer lock.Close()
	left, err := filepath.Glob(filepath.Join(c.dir, "*"+tempSuffix))
	if err != nil {
		return err
	}
	for _, name := range left {
		os.Remove(name)
	}

	list := c.fresh
	replace := c.damaged || len(c.packs) >= packsMost || c.wasteful()
	if replace {
		list = append(c.kept(), c.fresh...)
	}
	name, err := c.writeFile(list)
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
// use.
func (c *cache) wasteful() bool {
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
		if e := c.entries[k]; c.used[k] || !wasteful && e.sound() {
			list = append(list, e)
		}
	}
	return list
}

// writeFile writes a pack and gives it its name when it is whole. The name
// comes from its content: two builds that draw the same write the same file.
func (c *cache) writeFile(list []entry) (name string, err error) {
	f, err := os.CreateTemp(c.dir, "*"+tempSuffix)
	if err != nil {
		return "", err
	}
	defer os.Remove(f.Name())
	w := bufio.NewWriterSize(f, 1<<16)
	err = errors.Join(writePack(w, list), w.Flush(), f.Chmod(0o644), f.Close())
	if err != nil {
		return "", err
	}
	name = packName(list)
	return name, os.Rename(f.Name(), filepath.Join(c.dir, name))
}
