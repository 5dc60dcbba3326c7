package page

import (
	"bytes"
	"errors"
	"slices"
	"sync"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/diag"
)

// Site is a site whose files are made when they are asked for, for a server
// that shows a few pages of many. It may be used by several goroutines.
type Site struct {
	paths []string
	tasks map[string]task
}

// errAbsent says that a file that might exist does not, such as the options of
// a chart that has nothing to show.
var errAbsent = errors.New("there is no such file")

// Pages prepares the files of a site without making any. charts is what
// [OnDemand] gave for the input.
func (t *Theme) Pages(in Input, charts func(id string) *chart.Chart, drawn Drawn) *Site {
	s := &Site{tasks: map[string]task{}}
	for _, task := range t.tasks(in, charts, drawn) {
		s.tasks[task.path] = task
		s.paths = append(s.paths, task.path)
	}
	slices.Sort(s.paths)
	return s
}

// Paths lists the files, sorted. A few of them may turn out to be absent.
func (s *Site) Paths() []string { return s.paths }

// Make makes a file. ok is false where there is none; a fault of a template is
// a diagnostic.
func (s *Site) Make(path string) (data []byte, ok bool, faults []diag.Diagnostic, err error) {
	task, ok := s.tasks[path]
	if !ok {
		return nil, false, nil, nil
	}
	var buf bytes.Buffer
	err = task.make(&buf)
	if fault, isFault := errors.AsType[faultError](err); isFault {
		return nil, true, []diag.Diagnostic{fault.Diagnostic}, nil
	}
	if errors.Is(err, errAbsent) {
		return nil, false, nil, nil
	}
	return buf.Bytes(), true, nil, err
}

// OnDemand gives the charts of a site by their ids, each made when it is first
// asked for; nil where a plot has nothing to show.
func OnDemand(in Input) func(id string) *chart.Chart {
	chartOf := map[string]func() *chart.Chart{}
	for _, p := range plots(in) {
		chartOf[p.id] = sync.OnceValue(func() *chart.Chart {
			c := p.make()
			if c != nil {
				c.ID = p.id
			}
			return c
		})
	}
	return func(id string) *chart.Chart {
		if f := chartOf[id]; f != nil {
			return f()
		}
		return nil
	}
}
