package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportsite/generator/internal/need"
	"reportsite/generator/internal/scaffold"
)

// TestGitLabReadsTheRecipe gives the recipe for GitLab to gitlab-ci-local, which holds it
// against the schema that GitLab publishes and works out the rules: which jobs a push to
// the main branch, a push to another one and a merge request start.
func TestGitLabReadsTheRecipe(t *testing.T) {
	if testing.Short() {
		t.Skip("it starts Node.js eight times")
	}
	tool, err := filepath.Abs(needTool(t, "gitlab-ci-local/src/index.js"))
	if err != nil {
		t.Fatal(err)
	}
	node, git := need.Program(t, "node"), need.Program(t, "git")
	f, err := scaffold.Pipeline("gitlab")
	if err != nil {
		t.Fatal(err)
	}
	dir, home := t.TempDir(), t.TempDir()
	run := func(name string, args ...string) (string, error) {
		t.Helper()
		cmd := exec.CommandContext(t.Context(), name, args...)
		cmd.Dir = dir
		cmd.Env = []string{
			"PATH=" + os.Getenv("PATH"), "HOME=" + home, "LANG=C.UTF-8", "GIT_CONFIG_NOSYSTEM=1",
			"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.invalid", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.invalid",
		}
		out, err := cmd.Output()
		if exit, ok := err.(*exec.ExitError); ok {
			return string(out) + string(exit.Stderr), err
		}
		return string(out), err
	}
	// What the tool takes for a project: a clone with a remote and a commit.
	if err := os.WriteFile(filepath.Join(dir, ".gitlab-ci.yml"), f.Data, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"init", "-q", "-b", "main"}, {"remote", "add", "origin", "git@example.invalid:office/report.git"},
		{"symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main"}, {"add", "."}, {"commit", "-qm", "one"},
	} {
		if out, err := run(git, args...); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	read := func(file string, variables ...string) (string, error) {
		args := []string{tool, "--file", file, "--list-csv-all"}
		for _, v := range variables {
			args = append(args, "--variable", v)
		}
		return run(node, args...)
	}
	for name, c := range map[string]struct {
		variables []string
		want      []string // job, stage, when it starts
	}{
		"a push to the main branch":       {[]string{"DEPLOY_TARGET=live"}, []string{"build build on_success", "deploy deploy on_success"}},
		"a site that is deployed nowhere": {nil, []string{"build build on_success", "deploy deploy never"}},
		"a push to another branch": {[]string{"DEPLOY_TARGET=live", "CI_COMMIT_BRANCH=draft"},
			[]string{"build build never", "deploy deploy never"}},
		"a merge request": {[]string{"DEPLOY_TARGET=live", "CI_COMMIT_BRANCH=", "CI_PIPELINE_SOURCE=merge_request_event"},
			[]string{"build build on_success", "deploy deploy never"}},
	} {
		out, err := read(".gitlab-ci.yml", c.variables...)
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
			continue
		}
		var got []string
		_, list, _ := strings.Cut(out, "name;description;stage;when;") // after what it says to people
		for _, line := range strings.Split(strings.TrimSpace(list), "\n")[1:] {
			if cells := strings.Split(line, ";"); len(cells) > 3 {
				got = append(got, strings.Join([]string{cells[0], cells[2], cells[3]}, " "))
			}
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s:\n%s\n%s", name, d, out)
		}
	}
	// The tool does find what GitLab would refuse.
	for from, to := range map[string]string{
		"expire_in: 90 days": "expires: 90 days", "stage: deploy": "stage: nowhere", "needs: [build]": "needs: [built]", "  script:\n": "  scripts:\n",
	} {
		text := strings.Replace(string(f.Data), from, to, 1)
		if text == string(f.Data) {
			t.Fatalf("the recipe has no %q: change this test", from)
		}
		if err := os.WriteFile(filepath.Join(dir, "broken.yml"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if out, err := read("broken.yml"); err == nil {
			t.Errorf("%q instead of %q is taken:\n%s", to, from, out)
		}
	}
}
