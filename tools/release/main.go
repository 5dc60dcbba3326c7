// Command release builds reportsite for those who have neither Go nor Node.js: one file
// for each system, with the theme, the front-end libraries and all licences inside.
//
//	go run ./tools/release                             # all systems into dist/
//	go run ./tools/release -targets linux/amd64 -version 1.2.0
//
// It needs Go, npm and the network, or what both keep of earlier downloads. The same
// commit gives the same bytes, wherever the checkout lies: paths are left out
// (-trimpath), times are those of the commit, and the libraries are those of the lock
// file. Beside the archives lie SHA256SUMS and an SBOM in the form of CycloneDX.
package main

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// every lists the systems of a release.
var every = []string{"windows/amd64", "windows/arm64", "darwin/arm64", "darwin/amd64", "linux/amd64", "linux/arm64"}

// cyclonedx reads the Go modules of a program.
const cyclonedx = "github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0"

func main() {
	r := &release{}
	targets := flag.String("targets", strings.Join(every, ","), "the `systems` to build for, as os/arch with commas between them")
	flag.StringVar(&r.version, "version", "", "the `version` (default: what git describe says)")
	flag.StringVar(&r.out, "o", "dist", "the `folder` to write to: new, or with files of an earlier release")
	flag.BoolVar(&r.sbom, "sbom", true, "write the SBOM")
	flag.Parse()
	r.targets = strings.Split(*targets, ",")
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := r.run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(2)
	}
}

// release is one run.
type release struct {
	version string
	out     string
	targets []string
	sbom    bool

	commit string    // "" outside of a repository
	when   time.Time // of the commit
	root   string    // of the checkout
	work   string    // a folder that is removed at the end

	parts    []component // of which a release consists, itself first
	programs []string    // that were built
}

func (r *release) run(ctx context.Context) (err error) {
	for _, t := range r.targets {
		if !slices.Contains(every, t) {
			return fmt.Errorf("there is no release for %q: it is one of %s", t, strings.Join(every, ", "))
		}
	}
	if r.root, err = os.Getwd(); err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(r.root, "generator", "main.go")); err != nil {
		return errors.New("run it in the folder with generator/ and templates/")
	}
	if r.work, err = os.MkdirTemp("", "reportsite-release-"); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(r.work)) }()
	if err := r.identify(ctx); err != nil {
		return err
	}
	templates, err := r.install(ctx)
	if err != nil {
		return err
	}
	licenses, err := r.licenses(ctx, templates)
	if err != nil {
		return err
	}
	overlay, err := r.pack(ctx, templates, licenses)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(r.out, 0o755); err != nil {
		return err
	}
	var made []string
	for _, t := range r.targets {
		name, err := r.build(ctx, t, overlay)
		if err != nil {
			return err
		}
		made = append(made, name)
	}
	if r.sbom {
		name, err := r.writeSBOM(ctx)
		if err != nil {
			return err
		}
		made = append(made, name)
	}
	return r.sums(made)
}

// identify asks git for commit, time and version.
func (r *release) identify(ctx context.Context) error {
	r.when = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC) // the first that archives know
	if _, err := os.Stat(filepath.Join(r.root, ".git")); err == nil {
		head, err := r.command(ctx, r.root, nil, "git", "log", "-1", "--format=%H %ct")
		if err != nil {
			return err
		}
		commit, seconds, _ := strings.Cut(strings.TrimSpace(string(head)), " ")
		n, err := strconv.ParseInt(seconds, 10, 64)
		if err != nil {
			return fmt.Errorf("the time of the commit: %w", err)
		}
		r.commit, r.when = commit, time.Unix(n, 0).UTC()
		if r.version == "" {
			described, err := r.command(ctx, r.root, nil, "git", "describe", "--tags", "--always", "--dirty")
			if err != nil {
				return err
			}
			r.version = strings.TrimPrefix(strings.TrimSpace(string(described)), "v")
		}
	}
	r.version = cmp.Or(r.version, "unknown")
	if strings.ContainsAny(r.version, " '\"/\\") || r.version == "devel" {
		return fmt.Errorf("%q is no version", r.version)
	}
	return nil
}

// command runs a program and returns what it prints.
func (r *release) command(ctx context.Context, dir string, env []string, name string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	var said strings.Builder
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w\n%s", name, args[0], err, strings.TrimSpace(said.String()))
	}
	return out, nil
}

// install copies the theme and has npm install the libraries of its lock file anew, so
// that nothing of a working copy gets into a release.
func (r *release) install(ctx context.Context) (string, error) {
	to := filepath.Join(r.work, "templates")
	from := os.DirFS(filepath.Join(r.root, "templates"))
	if err := copyTheme(to, from); err != nil {
		return "", fmt.Errorf("copy the theme: %w", err)
	}
	_, err := r.command(ctx, to, nil, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error")
	return to, err
}

// pack writes the archive that the program carries, and tells the compiler where it is.
func (r *release) pack(ctx context.Context, templates, licenses string) (string, error) {
	archive := filepath.Join(r.work, "archive.zip")
	_, err := r.command(ctx, r.root, nil, "go", "run", "./generator/internal/bundle/pack", "-templates", templates, "-licenses", licenses, "-o", archive)
	if err != nil {
		return "", err
	}
	overlay := filepath.Join(r.work, "overlay.json")
	text, err := json.Marshal(map[string]map[string]string{"Replace": {
		filepath.Join(r.root, "generator", "internal", "bundle", "archive.zip"): archive,
	}})
	if err != nil {
		return "", err
	}
	return overlay, os.WriteFile(overlay, text, 0o644)
}

// build compiles the program for a system and packs it.
func (r *release) build(ctx context.Context, target, overlay string) (string, error) {
	system, arch, _ := strings.Cut(target, "/")
	name := "reportsite"
	if system == "windows" {
		name += ".exe"
	}
	program := filepath.Join(r.work, system+"-"+arch, name)
	flags := fmt.Sprintf("-s -w -buildid= -X main.version=%s -X main.commit=%s -X reportsite/generator/internal/message.program=reportsite", r.version, r.commit)
	_, err := r.command(ctx, r.root, buildEnv(system, arch), "go", "build", "-trimpath", "-buildvcs=false", "-tags=release", "-overlay="+overlay, "-ldflags="+flags, "-o", program, "./generator")
	if err != nil {
		return "", fmt.Errorf("build for %s: %w", target, err)
	}
	r.programs = append(r.programs, program)
	label := map[string]string{"darwin": "macos"}[system]
	archive := fmt.Sprintf("reportsite-%s-%s-%s", r.version, cmp.Or(label, system), arch)
	if system == "windows" {
		archive += ".zip"
	} else {
		archive += ".tar.gz"
	}
	files := []packed{{name: name, path: program, mode: 0o755}}
	for _, doc := range []string{"LICENSE", "README.md", "README.zh-CN.md"} {
		files = append(files, packed{name: doc, path: filepath.Join(r.root, doc), mode: 0o644})
	}
	if err := writeArchive(filepath.Join(r.out, archive), files, r.when); err != nil {
		return "", fmt.Errorf("pack for %s: %w", target, err)
	}
	return archive, nil
}

// buildEnv leaves nothing to the environment that could change the bytes.
func buildEnv(system, arch string) []string {
	return []string{"CGO_ENABLED=0", "GOOS=" + system, "GOARCH=" + arch, "GOFLAGS=", "GOAMD64=v1", "GOARM64=v8.0", "GOEXPERIMENT="}
}

// sums writes SHA256SUMS, which sha256sum -c reads.
func (r *release) sums(names []string) error {
	slices.Sort(names)
	var b strings.Builder
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(r.out, name))
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(data), name)
		fmt.Printf("%s %.1f MB\n", name, float64(len(data))/1e6)
	}
	return os.WriteFile(filepath.Join(r.out, "SHA256SUMS"), []byte(b.String()), 0o644)
}
