package deploy

import (
	"fmt"
	"net/url"
	"strings"

	"reportsite/generator/internal/publish"
)

// TargetError says that the address of a place cannot be understood.
type TargetError struct{ Part string }

func (e *TargetError) Error() string {
	return fmt.Sprintf("deploy: %q is no place to deploy to", e.Part)
}

// At reads the address of a place:
//
//	/srv/report                     a folder of this machine, or of a share
//	ssh://user@host:22/srv/report   a folder of a server with a shell
//	rsync://host/module/report      a module of an rsync daemon
//	rsync:user@host:report          whatever else rsync understands
//	s3://bucket/report?endpoint=…   object storage
//
// rules hold for a folder.
func At(target string, rules publish.Rules) (Place, error) {
	if rest, ok := strings.CutPrefix(target, "rsync:"); ok {
		if strings.HasPrefix(rest, "//") {
			rest = target
		}
		r, err := newRsync(rest)
		if err != nil {
			return nil, err
		}
		return ordered{r}, nil
	}
	scheme, _, ok := strings.Cut(target, "://")
	if !ok {
		return Folder(target, rules), nil
	}
	u, err := url.Parse(target)
	if err != nil {
		return nil, &TargetError{Part: target}
	}
	switch scheme {
	case "ssh":
		place, err := newServer(u)
		if err != nil {
			return nil, err
		}
		return place, nil
	case "s3":
		b, err := newBucket(u)
		if err != nil {
			return nil, err
		}
		return ordered{b}, nil
	}
	return nil, &TargetError{Part: target}
}

// IsAddress reports whether a target says where it is, and is no name of one.
func IsAddress(target string) bool {
	return strings.ContainsAny(target, `/\:`) || target == "." || target == ".."
}
