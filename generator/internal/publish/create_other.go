//go:build !linux

package publish

import "os"

// create makes a new file of the stage.
func (s *Stage) create(name string) (*os.File, error) { return s.createInRoot(name) }
