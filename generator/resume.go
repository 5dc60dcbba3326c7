package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"reportsite/generator/internal/build"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/save"
)

// openSite opens the folder of a site for a command that changes files in it. A change of
// several files that was interrupted is finished first; with look, where nothing may be
// written, there is an error instead.
func openSite(folder string, look bool, stdout io.Writer, lang message.Lang) (*os.Root, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, wrong(lang, "bad-folder-C", "Value", shown(folder), "Why", diag.Cause(err))
	}
	if look {
		if _, err := root.Lstat(save.Journal); err == nil {
			return nil, errors.Join(wrong(lang, "resume-first", "Journal", save.Journal), root.Close())
		}
		return root, nil
	}
	if err := resume(root, stdout, lang); err != nil {
		return nil, errors.Join(err, root.Close())
	}
	return root, nil
}

// resume finishes a change that was interrupted, and says so.
func resume(root *os.Root, stdout io.Writer, lang message.Lang) error {
	written, err := save.Resume(root)
	if err != nil {
		name := save.Journal
		if file, ok := errors.AsType[*fs.PathError](err); ok {
			name = file.Path
		}
		return wrong(lang, "resume-failed", "Name", shown(name), "Why", diag.Cause(err), "Journal", save.Journal)
	}
	if len(written) > 0 {
		fmt.Fprintln(stdout, message.Say(lang, "resumed", "Files", build.Listed(written)))
	}
	return nil
}
