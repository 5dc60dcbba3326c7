package library

import (
	"context"
	"errors"
	"regexp"

	"reportsite/generator/internal/message"
)

// Fault says why the libraries could not be installed. Its Cause is a message of the
// command line, and the message with -hint behind it says what to do.
type Fault struct {
	Cause message.ID
	Err   error // what npm or the system said; may be nil
}

func (f *Fault) Error() string {
	if f.Err == nil {
		return f.Cause.Error()
	}
	return f.Cause.Error() + ": " + f.Err.Error()
}

// Unwrap gives the cause, which is said in the language of the reader.
func (f *Fault) Unwrap() error { return f.Cause }

// Hint is the message that says what to do.
func (f *Fault) Hint() message.ID { return f.Cause + "-hint" }

// causes are what npm says when it fails, in the order in which they are looked for: a
// proxy that refuses is reached through a network.
var causes = []struct {
	said *regexp.Regexp
	id   message.ID
}{
	{regexp.MustCompile(`(?i)\bE?407\b|proxy|tunneling socket`), "npm-proxy"},
	{regexp.MustCompile(`(?i)SELF_SIGNED_CERT|UNABLE_TO_(?:VERIFY|GET_ISSUER)|CERT_(?:HAS_EXPIRED|UNTRUSTED)|certificate`), "npm-certificate"},
	{regexp.MustCompile(`(?i)ENOSPC|no space left`), "npm-full"},
	{regexp.MustCompile(`(?i)\b(?:EACCES|EPERM|EROFS|EBUSY)\b|permission denied|operation not permitted`), "npm-access"},
	{regexp.MustCompile(`(?i)ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED|network|offline`), "npm-offline"},
}

// causeOf sorts what npm said; an unknown fault is quoted.
func causeOf(err error, out string) *Fault {
	if errors.Is(err, context.DeadlineExceeded) {
		return &Fault{"npm-offline", err}
	}
	for _, c := range causes {
		if c.said.MatchString(out) {
			return &Fault{c.id, err}
		}
	}
	return &Fault{"npm-failed", err}
}
