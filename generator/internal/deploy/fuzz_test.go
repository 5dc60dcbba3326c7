package deploy

import (
	"bufio"
	"bytes"
	"errors"
	"slices"
	"testing"

	"reportsite/generator/internal/publish"
)

// FuzzTarget: a target is a place or says which part of it is wrong.
func FuzzTarget(f *testing.F) {
	for _, s := range []string{
		"/srv/report", "ssh://user@host:22/srv/report", "ssh://-oProxyCommand=x/a", "rsync://host/module/report", "rsync:user@host:report",
		"rsync:-e", "rsync:", "s3://bucket/report?endpoint=http://[::1]:9000", "s3://", "ssh://", "ftp://a", "C:\\site", "s3://b?c=%zz",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		place, err := At(s, publish.Rules{})
		if (place == nil) != (err != nil) {
			t.Fatalf("%q: %v and %v", s, place, err)
		}
		if fault, ok := errors.AsType[*TargetError](err); ok && fault.Part == "" {
			t.Errorf("%q: the message names no part", s)
		}
		// What ssh and rsync get as the name of a server must not be an option of theirs.
		switch p := place.(type) {
		case *server:
			if n := slices.Index(p.ssh, "--"); n != len(p.ssh)-2 || p.ssh[n+1] == "" {
				t.Errorf("%q runs %q", s, p.ssh)
			}
		case ordered:
			if r, ok := p.store.(*rsync); ok && (r.to == "" || r.to[0] == '-') {
				t.Errorf("%q gives rsync the option %q", s, r.to)
			}
		}
	})
}

// FuzzRelease: whatever a server says of the release before, it is a list or an error.
func FuzzRelease(f *testing.F) {
	f.Add([]byte("3\n2\nabc{}./a\x00./b\x00"))
	f.Add([]byte("9223372036854775807\n1\n"))
	f.Add([]byte("-1\n5\n"))
	f.Fuzz(func(t *testing.T, out []byte) {
		s := &server{}
		got, err := s.readRelease(bufio.NewReader(bytes.NewReader(out)))
		if (got == nil) != (err != nil) {
			t.Errorf("%v and %v", got, err)
		}
	})
}
