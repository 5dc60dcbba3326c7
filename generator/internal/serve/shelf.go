package serve

import "sync"

// shelf keeps the files of one build that were asked for.
type shelf struct {
	make Files
	mu   sync.Mutex
	made map[string]*entry
}

// entry is one file.
type entry struct {
	once   sync.Once
	data   []byte
	ok     bool
	faults []Fault
}

// get gives a file, which is made the first time. A fault of the machine is
// shown like one of the content.
func (s *shelf) get(path string) (data []byte, ok bool, faults []Fault) {
	if s == nil {
		return nil, false, nil
	}
	s.mu.Lock()
	e := s.made[path]
	if e == nil {
		e = &entry{}
		s.made[path] = e
	}
	s.mu.Unlock()
	e.once.Do(func() {
		var err error
		e.data, e.ok, e.faults, err = s.make(path)
		if err != nil {
			e.faults = append(e.faults, Fault{Level: "error", Message: err.Error()})
		}
	})
	return e.data, e.ok, e.faults
}
