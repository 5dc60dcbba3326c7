package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/publish"
	"reportsite/generator/internal/source"
)

// publicDir is the folder that is published to.
func (o *options) publicDir() string {
	if o.out != "" {
		return o.out
	}
	return filepath.Join(o.site, "public")
}

// publishRules keep what people write, and what a build works with, apart from
// what is published.
func (o *options) publishRules(cache string) publish.Rules {
	templates := publish.Place{Path: o.templatesDir(), Holds: "publish-holds-templates", Within: "publish-in-templates"}
	own := templates
	own.Path = filepath.Join(o.site, "templates") // also while the site has none: it would be its theme
	apart := []publish.Place{
		{Path: o.site, Holds: "publish-holds-site"},
		{Path: filepath.Join(o.site, source.Dir), Holds: "publish-holds-content", Within: "publish-in-content"},
		templates, own,
		{Path: filepath.Join(o.site, filepath.FromSlash(cache)), Holds: "publish-holds-cache", Within: "publish-in-cache"},
	}
	if home, err := os.UserHomeDir(); err == nil {
		apart = append(apart, publish.Place{Path: home, Holds: "publish-holds-home"})
	}
	return publish.Rules{Apart: apart, Former: formerSite}
}

// published turns a fault of publishing that an editor can mend into a
// diagnostic; every other error stays one.
func published(o *options, err error) ([]diag.Diagnostic, error) {
	where := diag.Pos{File: filepath.ToSlash(o.publicDir())}
	if foreign, ok := errors.AsType[*publish.ForeignError](err); ok {
		files := listed(foreign.Files)
		switch foreign.Reason {
		case publish.ErrUnmarked:
			return []diag.Diagnostic{notOurs.At(where, files)}, nil
		case publish.ErrInTheWay:
			return []diag.Diagnostic{inTheWay.At(where, files)}, nil
		}
		return []diag.Diagnostic{notKept.At(where, files, diag.Cause(foreign.Err))}, nil
	}
	fault, ok := errors.AsType[*publish.Error](err)
	if !ok {
		return nil, err
	}
	mend := fault.Hint()
	if mend == "" {
		return nil, err
	}
	return []diag.Diagnostic{notPublished.At(where, diag.Cause(fault.Err), mend)}, nil
}

// maxListed is how many files a message names.
const maxListed = 5

// listed names files in a message: the first ones, and how many more there are.
func listed(files []string) string {
	if more := len(files) - maxListed; more > 0 {
		return fmt.Sprintf("%s … (+%d)", strings.Join(files[:maxListed], ", "), more)
	}
	return strings.Join(files, ", ")
}
