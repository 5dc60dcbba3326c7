package main

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/crypto/ssh"

	"reportsite/generator/internal/golden"
	"reportsite/generator/internal/library"
	"reportsite/generator/internal/testsite"
)

func TestMain(m *testing.M) {
	testscript.Main(withBrowser{m}, map[string]func(){"generator": main})
}

// TestScripts runs testdata/script/*.txtar: the command line, and every kind of
// bad input. Each begins with the folder site, the site of testdata/site.txtar,
// which was built once: site/public is the last good site. Messages are in
// English unless a script sets LC_ALL.
//
// Besides the commands of testscript there are:
//
//	exits N program [args…]   runs a program, which must end with this status
//	misuse message [args…]    runs generator, which must end with exit status 2, this
//	                          one line (a regular expression), and nothing changed
//	unchanged                 site/public is as it was when the script began
//	changed                   it is not
//	same A B                  two folders hold the same files but for .gitignore
//	replace file old new      replaces the only place where old stands in a file
//	nowhere folder text…      no file of the folder has one of the texts in it
//	write file 'text\n'       writes a file; \n and \xff are escapes of Go
//	fill file N               writes a file of N MiB of spaces
//	keypair file              writes an SSH key, and the public key to file.pub
//	theme                     gives the site templates of its own to be broken
func TestScripts(t *testing.T) {
	templates, err := filepath.Abs("../templates")
	if err != nil {
		t.Fatal(err)
	}
	if err := library.Ensure(t.Context(), templates, func() { t.Log("npm installs the front-end libraries") }); err != nil {
		t.Logf("the site is built without the live view of charts and search: %v", err)
	}
	good := filepath.Join(t.TempDir(), "site")
	testsite.Unpack(t, "testdata/site.txtar", good)
	var said strings.Builder
	if code := run(t.Context(), []string{"generator", "-C", good, "-templates", templates}, io.Discard, &said); code != exitOK {
		t.Fatalf("testdata/site.txtar does not build: exit status %d\n%s", code, said.String())
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       golden.Updates(),
		Setup: func(env *testscript.Env) error {
			env.Setenv("LC_ALL", "en_US.UTF-8")
			env.Setenv("TEMPLATES", templates)
			site := filepath.Join(env.WorkDir, "site")
			if err := os.CopyFS(site, os.DirFS(good)); err != nil {
				return err
			}
			if err := os.Symlink(templates, filepath.Join(env.WorkDir, "templates")); err != nil {
				return err
			}
			state, err := fingerprint(filepath.Join(site, "public"))
			env.Values["public"] = state
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":     exits,
			"misuse":    misuse,
			"unchanged": unchanged,
			"changed":   changed,
			"same":      same,
			"replace":   replace,
			"nowhere":   nowhere,
			"write":     write,
			"fill":      fill,
			"keypair":   keypair,
			"theme":     theme,
		},
	})
}

// fingerprint says of every file of a folder what is in it, how it may be used
// and when it was written. A missing folder has none.
func fingerprint(dir string) (map[string]string, error) {
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && name == dir {
			return nil
		}
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		print := info.Mode().String()
		if info.Mode().IsRegular() {
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			print = fmt.Sprintf("%s %s %x", print, info.ModTime().UTC(), sha256.Sum256(data))
		}
		rel, err := filepath.Rel(dir, name)
		files[filepath.ToSlash(rel)] = print
		return err
	})
	return files, err
}

func usage(ts *testscript.TestScript, neg bool, args []string, n int, form string) {
	if neg || len(args) < n {
		ts.Fatalf("usage: %s", form)
	}
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg, args, 2, "exits N program [args…]")
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		fault, ok := errors.AsType[*exec.ExitError](err)
		if !ok {
			ts.Fatalf("%v", err)
		}
		got = fault.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// misuse runs the program as it must not be called. What it says is one line, and
// the folder of the script is as before: a second run says the same.
func misuse(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg, args, 1, "misuse message [args…]")
	before, err := fingerprint(ts.MkAbs("."))
	ts.Check(err)
	for n, arg := range args {
		args[n] = strings.ReplaceAll(arg, `"\n"`, "\n")
	}
	exits(ts, false, append([]string{"2", "generator"}, args[1:]...))
	if out := ts.ReadFile("stdout"); out != "" {
		ts.Fatalf("something was printed: %s", out)
	}
	want, err := regexp.Compile(`\Agenerator: ` + args[0] + `\n\z`)
	ts.Check(err)
	if said := ts.ReadFile("stderr"); !want.MatchString(said) {
		ts.Fatalf("the program says\n%swanted\ngenerator: %s", said, args[0])
	}
	after, err := fingerprint(ts.MkAbs("."))
	ts.Check(err)
	if diff := cmp.Diff(before, after); diff != "" {
		ts.Fatalf("something was changed:\n%s", diff)
	}
}

// publicDiff says how site/public differs from what it was when the script
// began.
func publicDiff(ts *testscript.TestScript) string {
	now, err := fingerprint(ts.MkAbs("site/public"))
	ts.Check(err)
	return cmp.Diff(ts.Value("public"), any(now))
}

func unchanged(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg, args, 0, "unchanged")
	if diff := publicDiff(ts); diff != "" {
		ts.Fatalf("site/public was changed:\n%s", diff)
	}
	// No other file is left beside it either.
	left, err := filepath.Glob(ts.MkAbs("site/.public*"))
	ts.Check(err)
	if len(left) > 0 {
		ts.Fatalf("the build left %s behind", left)
	}
}

func changed(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg, args, 0, "changed")
	if publicDiff(ts) == "" {
		ts.Fatalf("site/public is as it was")
	}
}

func same(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg, args, 2, "same A B")
	var sums [2]map[string]string
	for i, dir := range args {
		sums[i] = map[string]string{}
		err := fs.WalkDir(os.DirFS(ts.MkAbs(dir)), ".", func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || name == ".gitignore" {
				return err
			}
			sums[i][name] = fmt.Sprintf("%x", sha256.Sum256([]byte(ts.ReadFile(filepath.Join(dir, name)))))
			return nil
		})
		ts.Check(err)
	}
	if diff := cmp.Diff(sums[0], sums[1]); len(sums[0]) == 0 || diff != "" {
		ts.Fatalf("%s (-) and %s (+) differ, or are empty:\n%s", args[0], args[1], diff)
	}
}

func replace(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg, args, 3, "replace file old new")
	text := ts.ReadFile(args[0])
	if n := strings.Count(text, args[1]); n != 1 {
		ts.Fatalf("%q stands in %s %d times, not once", args[1], args[0], n)
	}
	text = strings.Replace(text, args[1], unescape(ts, args[2]), 1)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

func nowhere(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: nowhere folder text…")
	}
	files := 0
	ts.Check(filepath.WalkDir(ts.MkAbs(args[0]), func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || strings.HasPrefix(filepath.Base(filepath.Dir(name)), "assets") {
			return err // style sheets and scripts have numbers of their own
		}
		data, err := os.ReadFile(name)
		for _, text := range args[1:] {
			if strings.Contains(string(data), text) {
				ts.Fatalf("%s has %q in it", name, text)
			}
		}
		files++
		return err
	}))
	if files == 0 {
		ts.Fatalf("%s has no files", args[0])
	}
}

func write(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg, args, 2, "write file text")
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(unescape(ts, args[1])), 0o644))
}

func unescape(ts *testscript.TestScript, s string) string {
	text, err := strconv.Unquote(`"` + strings.ReplaceAll(s, `"`, `\"`) + `"`)
	ts.Check(err)
	return text
}

func fill(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg, args, 2, "fill file N")
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat(" ", n<<20)), 0o644))
}

func keypair(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg, args, 1, "keypair file")
	public, private, err := ed25519.GenerateKey(rand.Reader)
	ts.Check(err)
	key, err := ssh.NewPublicKey(public)
	ts.Check(err)
	block, err := ssh.MarshalPrivateKey(private, "")
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), pem.EncodeToMemory(block), 0o600))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]+".pub"), ssh.MarshalAuthorizedKey(key), 0o644))
}

// theme copies the templates into the site, with the libraries as a link.
func theme(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg, args, 0, "theme")
	from, to := ts.Getenv("TEMPLATES"), ts.MkAbs("site/templates")
	entries, err := os.ReadDir(from)
	ts.Check(err)
	ts.Check(os.Mkdir(to, 0o755))
	for _, e := range entries {
		src, dst := filepath.Join(from, e.Name()), filepath.Join(to, e.Name())
		switch {
		case e.Name() == "node_modules":
			ts.Check(os.Symlink(src, dst))
		case e.IsDir():
			ts.Check(os.CopyFS(dst, os.DirFS(src)))
		default:
			data, err := os.ReadFile(src)
			ts.Check(err)
			ts.Check(os.WriteFile(dst, data, 0o644))
		}
	}
}
