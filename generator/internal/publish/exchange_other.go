//go:build !linux && !darwin

package publish

import "errors"

// exchange has no such step on this system.
func exchange(stage, public string) error { return errors.ErrUnsupported }
