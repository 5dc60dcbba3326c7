package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	cdx "github.com/CycloneDX/cyclonedx-go"
	"github.com/google/go-cmp/cmp"
)

// checkout copies the files of this repository that a release is made of.
func checkout(t *testing.T, dir string) string {
	t.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	err = filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, name)
		switch base := filepath.Base(rel); {
		case rel == ".":
			return nil
		case e.IsDir() && (base == "node_modules" || base == ".git" || base == "public" || base == "testdata"):
			return fs.SkipDir
		case e.IsDir():
			return os.MkdirAll(filepath.Join(dir, rel), 0o755)
		case !e.Type().IsRegular():
			return nil
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(dir, rel), data, 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// lacks skips a test for which this machine lacks something; in continuous integration
// that is a failure, as in package need of the generator.
func lacks(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("REPORTSITE_REQUIRE_ALL") != "" {
		t.Fatal(what)
	}
	t.Skip(what)
}

func do(t *testing.T, dir string, name string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

// unpack gives the files of a .tar.gz.
func unpack(t *testing.T, name string) map[string][]byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if err == io.EOF {
			return files
		}
		if err != nil {
			t.Fatal(err)
		}
		if files[h.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
}

// A release from two checkouts in different places is the same bytes, and its program
// builds the report in an empty root: no Go, no Node, no home, no folder for temporary
// files, and the site in a folder with a Chinese name and a space.
func TestRelease(t *testing.T) {
	if testing.Short() {
		t.Skip("it compiles the program twice")
	}
	if _, err := exec.LookPath("npm"); err != nil {
		lacks(t, "there is no npm")
	}
	target := "linux/" + runtime.GOARCH
	archive := "reportsite-0.0.0-test-linux-" + runtime.GOARCH + ".tar.gz"
	var made [2]map[string]string // the bytes of each file
	var out string
	for n, name := range []string{"one", "another place"} {
		from := checkout(t, filepath.Join(t.TempDir(), name))
		out = filepath.Join(t.TempDir(), "dist")
		do(t, from, "go", "run", "./tools/release", "-targets", target, "-version", "0.0.0-test", "-o", out)
		made[n] = map[string]string{}
		for _, name := range []string{archive, "reportsite-0.0.0-test.cdx.json", "SHA256SUMS"} {
			data, err := os.ReadFile(filepath.Join(out, name))
			if err != nil {
				t.Fatal(err)
			}
			made[n][name] = string(data)
		}
	}
	for name, data := range made[0] {
		if data != made[1][name] {
			t.Errorf("two releases of the same files differ in %s", name)
		}
	}
	checkSBOM(t, made[0]["reportsite-0.0.0-test.cdx.json"])
	if _, err := exec.LookPath("sha256sum"); err == nil {
		do(t, out, "sha256sum", "-c", "SHA256SUMS")
	}
	if runtime.GOOS != "linux" || os.Getuid() != 0 {
		lacks(t, "only root can give a program another root")
	}
	files := unpack(t, filepath.Join(out, archive))
	root := t.TempDir()
	site := filepath.Join(root, "我的 站点")
	if err := os.WriteFile(filepath.Join(root, "reportsite"), files["reportsite"], 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(site, "content"), os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	config, err := os.ReadFile("../../config.toml")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(site, "config.toml"), config, 0o644); err != nil {
		t.Fatal(err)
	}
	call := func(args ...string) string {
		t.Helper()
		cmd := exec.CommandContext(t.Context(), "/reportsite", args...)
		inRoot(cmd, root)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("reportsite %s: %v\n%s", strings.Join(args, " "), err, out)
		}
		return string(out)
	}
	call("-C", "/我的 站点", "-strict")
	call("verify", "-C", "/我的 站点")
	public := filepath.Join(site, "public")
	want := filepath.Join(t.TempDir(), "public")
	do(t, "../..", "go", "run", "./generator", "-C", site, "-templates", "templates", "-strict", "-out", want)
	compare(t, want, public)
	// The same with the marks that Windows leaves in files.
	for _, name := range []string{"config.toml", "content/sources.toml"} {
		name = filepath.Join(site, filepath.FromSlash(name))
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text := "\ufeff" + strings.ReplaceAll(string(data), "\n", "\r\n")
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	call("-C", "/我的 站点", "-strict")
	compare(t, want, public)
	for args, say := range map[string]string{"version": "reportsite 0.0.0-test", "licenses": "echarts 6", "theme /mine": "/mine"} {
		if said := call(strings.Fields(args)...); !strings.Contains(said, say) {
			t.Errorf("reportsite %s does not say %q", args, say)
		}
	}
	// Also the licences that lie in a folder of their own, or beside a package.
	for _, say := range []string{"The FreeType Project LICENSE", "Mike Bostock", "Caleb Spare", "The Go Authors", "Reserved Font Name"} {
		if said := call("licenses"); !strings.Contains(said, say) {
			t.Errorf("reportsite licenses does not say %q", say)
		}
	}
	call("-C", "/我的 站点", "-templates", "/mine", "-strict")
	compare(t, want, public)
	// A theme beside the program is taken before the one within. Where it lies, a program asks
	// the system, which the empty root does not have.
	if err := os.Rename(filepath.Join(root, "mine"), filepath.Join(root, "templates")); err != nil {
		t.Fatal(err)
	}
	mark := filepath.Join(root, "templates", "icon.svg")
	if err := os.WriteFile(mark, []byte(`<svg xmlns="http://www.w3.org/2000/svg"><title>beside</title></svg>`), 0o644); err != nil {
		t.Fatal(err)
	}
	do(t, t.TempDir(), filepath.Join(root, "reportsite"), "-C", site, "-strict")
	icons, err := filepath.Glob(filepath.Join(public, "assets", "icon*.svg"))
	if err != nil || len(icons) != 1 {
		t.Fatalf("icons of the site: %q, %v", icons, err)
	}
	if data, err := os.ReadFile(icons[0]); err != nil || !strings.Contains(string(data), "beside") {
		t.Errorf("the theme beside the program is not taken: %v", err)
	}
	if said := call("-h"); strings.Contains(said, "go run") {
		t.Errorf("the help of a release says go run:\n%s", said)
	}
}

// checkSBOM reads an SBOM with the library of its makers, and asks what they who use one
// ask: is all there, once, with version, licence and address, and does each name lead to
// something.
func checkSBOM(t *testing.T, text string) {
	t.Helper()
	bom := cdx.NewBOM()
	if err := cdx.NewBOMDecoder(strings.NewReader(text), cdx.BOMFileFormatJSON).Decode(bom); err != nil {
		t.Fatal(err)
	}
	if bom.SpecVersion != cdx.SpecVersion1_6 || bom.Metadata.Component.Version != "0.0.0-test" || bom.SerialNumber != "" {
		t.Errorf("it begins with %v, %v", bom.SpecVersion, bom.Metadata.Component)
	}
	refs, licenses := map[string]bool{bom.Metadata.Component.BOMRef: true}, map[string]string{}
	for _, c := range append([]cdx.Component{*bom.Metadata.Component}, *bom.Components...) {
		if c.BOMRef == "" || c.PackageURL == "" || c.Version == "" || c.Licenses == nil || len(*c.Licenses) != 1 {
			t.Errorf("%s: reference %q, address %q, version %q, licences %v", c.Name, c.BOMRef, c.PackageURL, c.Version, c.Licenses)
			continue
		}
		if refs[c.BOMRef] && c.Name != "reportsite" {
			t.Errorf("%s stands there twice", c.BOMRef)
		}
		refs[c.BOMRef] = true
		if l := (*c.Licenses)[0]; l.License != nil {
			licenses[c.Name] = l.License.ID
		} else {
			licenses[c.Name] = l.Expression
		}
	}
	for name, want := range map[string]string{
		"reportsite": "Apache-2.0", "std": "BSD-3-Clause", "github.com/yuin/goldmark": "MIT", "golang.org/x/text": "BSD-3-Clause",
		"github.com/golang/freetype": "FTL OR GPL-2.0-or-later", "echarts": "Apache-2.0", "zrender": "BSD-3-Clause", "minisearch": "MIT",
		"@fontsource-variable/noto-sans-sc": "OFL-1.1",
	} {
		if licenses[name] != want {
			t.Errorf("the licence of %s is %q, want %q", name, licenses[name], want)
		}
	}
	listed := strings.Fields(do(t, "../..", "go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}{{end}}{{end}}", "./generator"))
	for _, module := range listed {
		if licenses[module] == "" {
			t.Errorf("the module %s is missing", module)
		}
	}
	seen := map[string]bool{}
	for _, d := range *bom.Dependencies {
		seen[d.Ref] = true
		if d.Dependencies == nil {
			continue
		}
		for _, ref := range *d.Dependencies {
			if !refs[ref] {
				t.Errorf("%s depends on %s, which is not there", d.Ref, ref)
			}
		}
	}
	if d := cmp.Diff(refs, seen); d != "" {
		t.Errorf("what depends on what (-parts +named):\n%s", d)
	}
}

// compare compares two sites but for the program's version in the manifest.
func compare(t *testing.T, want, got string) {
	t.Helper()
	sites := [2]map[string]string{{}, {}}
	for n, dir := range []string{want, got} {
		err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || name == "manifest.json" {
				return err
			}
			data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
			sites[n][name] = string(data)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(sites[0]) < 100 {
		t.Fatalf("the site has %d files", len(sites[0]))
	}
	if d := cmp.Diff(sites[0], sites[1]); d != "" {
		t.Errorf("the release builds another site:\n%.2000s", d)
	}
}

// Archives of the same files are the same bytes, and say whether a file is a program.
func TestArchives(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "reportsite")
	if err := os.WriteFile(file, bytes.Repeat([]byte("program "), 100), 0o600); err != nil {
		t.Fatal(err)
	}
	files := []packed{{"reportsite", file, 0o755}}
	when := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	for _, ending := range []string{".zip", ".tar.gz"} {
		var made [2][]byte
		for n := range made {
			name := filepath.Join(dir, "a"+ending)
			if err := writeArchive(name, files, when); err != nil {
				t.Fatal(err)
			}
			made[n], _ = os.ReadFile(name)
			os.Chtimes(file, when, when) // the file's own time says nothing
		}
		if !bytes.Equal(made[0], made[1]) || len(made[0]) == 0 {
			t.Errorf("two %s differ", ending)
		}
	}
	if got := unpack(t, filepath.Join(dir, "a.tar.gz")); len(got["reportsite"]) != 800 {
		t.Errorf("the archive holds %d bytes", len(got["reportsite"]))
	}
}

// A part without a licence must not be shipped.
func TestLegalTexts(t *testing.T) {
	for names, want := range map[string]string{
		"LICENSE": "LICENSE", "LICENSE.txt NOTICE README.md": "LICENSE.txt\n\nNOTICE", "license.md COPYING-2": "COPYING-2\n\nlicense.md", "README.md licensed.go": "",
		"LICENSE licenses/ftl.txt licenses/LICENSE-d3 licenses/make.go testdata/COPYING": "LICENSE\n\nlicenses/LICENSE-d3\n\nlicenses/ftl.txt",
	} {
		dir := t.TempDir()
		for _, name := range strings.Fields(names) {
			if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, name), []byte(name+"\r\n"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		got, err := legalTexts(dir)
		if got := strings.Join(got, "\n\n"); got != want || (err == nil) != (want != "") {
			t.Errorf("%s: %q, %v, want %q", names, got, err, want)
		}
	}
}

// The image is the program in an empty root, which TestRelease tries; what the file says
// beside that is looked at here, since few machines have an engine to build it.
func TestContainerfile(t *testing.T) {
	data, err := os.ReadFile("Containerfile")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			got = append(got, line)
		}
	}
	want := []string{"FROM scratch", "COPY --chmod=755 reportsite /reportsite", "USER 1000:1000", "WORKDIR /site", `ENTRYPOINT ["/reportsite"]`}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}
