package library

import (
	"context"
	"errors"
	"testing"

	"reportsite/generator/internal/message"
)

// TestCauses sorts what npm says on machines without a network, behind a proxy, and so
// on; each cause says in every language what it is and what to do.
func TestCauses(t *testing.T) {
	exit := errors.New("exit status 1")
	for _, c := range []struct {
		out  string
		err  error
		want message.ID
	}{
		{"npm error code ENOTFOUND\nnpm error network request to https://r.example/echarts failed, reason: getaddrinfo ENOTFOUND r.example", exit, "npm-offline"},
		{"npm error code EAI_AGAIN", exit, "npm-offline"},
		{"npm error code ECONNREFUSED", exit, "npm-offline"},
		{"npm error code ETIMEDOUT", exit, "npm-offline"},
		{"", context.DeadlineExceeded, "npm-offline"},
		{"npm error code ENOTCACHED\nrequest failed: cache mode is 'only-if-cached'", exit, "npm-offline"},
		{"npm error code E407\nnpm error 407 Proxy Authentication Required", exit, "npm-proxy"},
		{"npm error tunneling socket could not be established, statusCode=403", exit, "npm-proxy"},
		{"npm error code SELF_SIGNED_CERT_IN_CHAIN", exit, "npm-certificate"},
		{"npm error code UNABLE_TO_VERIFY_LEAF_SIGNATURE", exit, "npm-certificate"},
		{"npm error code EACCES\nnpm error syscall mkdir", exit, "npm-access"},
		{"npm error code EPERM\nnpm error operation not permitted, rename", exit, "npm-access"},
		{"npm error code ENOSPC\nnpm error nospc no space left on device, write", exit, "npm-full"},
		{"npm error code EBADPLATFORM", exit, "npm-failed"},
	} {
		f := causeOf(c.err, c.out)
		if f.Cause != c.want {
			t.Errorf("%q: %s, want %s", c.out, f.Cause, c.want)
		}
		for _, l := range message.Languages() {
			for _, id := range []message.ID{f.Cause, f.Hint()} {
				if !message.BuiltIn(l).Has(string(id)) {
					t.Errorf("%s has no message in %s", id, l)
				}
			}
		}
		if !errors.Is(f, f.Cause) {
			t.Errorf("%v does not tell its cause", f)
		}
	}
}
