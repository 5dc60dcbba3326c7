package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rhysd/actionlint"
	"go.yaml.in/yaml/v3"

	"reportsite/generator/internal/need"
	"reportsite/generator/internal/scaffold"
	"reportsite/generator/internal/testsite"
)

// lint reports what actionlint finds in a workflow, and actions that are not pinned by
// the hash of a commit.
func lint(t *testing.T, name string, data []byte) *actionlint.Workflow {
	t.Helper()
	l, err := actionlint.NewLinter(os.Stderr, &actionlint.LinterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	faults, err := l.Lint(name, data, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		t.Errorf("%s", f)
	}
	for _, m := range regexp.MustCompile(`(?m)uses: *(\S+)`).FindAllStringSubmatch(string(data), -1) {
		if !regexp.MustCompile(`^[\w-]+/[\w-]+@[0-9a-f]{40}$`).MatchString(m[1]) {
			t.Errorf("%s: %s is not pinned by the hash of a commit", name, m[1])
		}
	}
	w, errs := actionlint.Parse(data)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	if w.Permissions == nil || w.Permissions.Scopes["contents"] == nil || w.Permissions.Scopes["contents"].Value.Value != "read" || len(w.Permissions.Scopes) != 1 {
		t.Errorf("%s: the permissions of all jobs are not those of reading alone", name)
	}
	return w
}

// stepsOf are the commands of a workflow's jobs, in the order in which they stand.
func stepsOf(w *actionlint.Workflow, jobs ...string) []string {
	var list []string
	for _, job := range jobs {
		for _, s := range w.Jobs[job].Steps {
			if run, ok := s.Exec.(*actionlint.ExecRun); ok {
				list = append(list, run.Run.Value)
			}
		}
	}
	return list
}

// commandsOf are the commands of a recipe for a host that is not GitHub: everything below
// these keys of the YAML, in order.
func commandsOf(t *testing.T, data []byte, keys ...string) []string {
	t.Helper()
	var list []string
	var all func(n *yaml.Node)
	all = func(n *yaml.Node) {
		if n.Kind == yaml.AliasNode {
			n = n.Alias
		}
		if n.Kind == yaml.ScalarNode {
			list = append(list, n.Value)
		}
		for _, c := range n.Content {
			all(c)
		}
	}
	var walk func(n *yaml.Node)
	walk = func(n *yaml.Node) {
		for i, c := range n.Content {
			if n.Kind == yaml.MappingNode && i%2 == 1 && slices.Contains(keys, n.Content[i-1].Value) {
				all(c)
			} else {
				walk(c)
			}
		}
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	walk(&doc)
	if len(list) == 0 {
		t.Fatalf("there is nothing below %v", keys)
	}
	return list
}

// The recipe of each host, its shell steps run literally in a clone of a small site with
// two commits: the site is checked, built, compared with the one before and deployed.
func TestRecipesRun(t *testing.T) {
	if testing.Short() {
		t.Skip("it compiles the program and builds eight sites")
	}
	for _, tool := range []string{"git", "bash", "curl", "tar", "sha256sum"} {
		need.Program(t, tool)
	}
	templates, err := filepath.Abs("../templates")
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	sh := func(dir, script string, env ...string) string {
		t.Helper()
		cmd := exec.CommandContext(t.Context(), "bash", "-e", "-o", "pipefail", "-c", script)
		cmd.Dir = dir
		cmd.Env = append([]string{
			"PATH=" + bin + ":" + os.Getenv("PATH"), "HOME=" + bin, "LANG=C.UTF-8",
			"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.invalid", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.invalid", "GIT_CONFIG_NOSYSTEM=1",
		}, env...)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s\n%s", err, script, out)
		}
		return string(out)
	}
	build := exec.CommandContext(t.Context(), "go", "build", "-o", filepath.Join(bin, "reportsite"), ".")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	sh(bin, "tar -czf reportsite.tar.gz reportsite")
	sum := strings.Fields(sh(bin, "sha256sum reportsite.tar.gz"))[0]
	for _, host := range scaffold.Hosts() {
		t.Run(host, func(t *testing.T) {
			site, temp := filepath.Join(t.TempDir(), "clone"), t.TempDir()
			testsite.Unpack(t, "testdata/site.txtar", site)
			need.Link(t, templates, filepath.Join(site, "templates"))
			sh(site, "git init -q -b main; printf '/templates\n/public\n/.*\n' > .git/info/exclude; git add .; git commit -qm one")
			sh(site, "sed -i 's/2024-09 = { value = 1400/2024-09 = { value = 1210/' content/indicators/output.toml; git commit -qam two")
			if code, said := runHere(t, "new", "ci", "-C", site, "-lang", "en", host); code != exitOK {
				t.Fatal(said)
			}
			if code, said := runHere(t, "new", "ci", "-C", site, "-lang", "en", host); code != exitFailed || !strings.Contains(said, "exists already") {
				t.Errorf("the second time: %d %s", code, said)
			}
			f, err := scaffold.Pipeline(host)
			if err != nil {
				t.Fatal(err)
			}
			live := filepath.Join(temp, "live")
			env := []string{
				"REPORTSITE_URL=file://" + filepath.Join(bin, "reportsite.tar.gz"), "REPORTSITE_SHA256=" + sum, "DEPLOY_TARGET=" + live,
				"SSH_KEY=", "SSH_KNOWN_HOSTS=", "RUNNER_TEMP=" + temp, "GITHUB_STEP_SUMMARY=" + filepath.Join(temp, "summary.md"),
				"BASE=HEAD~1", "CI_MERGE_REQUEST_DIFF_BASE_SHA=HEAD~1", "CI_PROJECT_DIR=" + site,
			}
			said := ""
			switch host {
			case "github":
				w := lint(t, f.Path, f.Data)
				for _, step := range stepsOf(w, "build") {
					sh(site, step, env...)
				}
				sh(site, `cp -R public "$RUNNER_TEMP/site"`, env...) // what upload and download of the artefact do
				for _, step := range stepsOf(w, "deploy") {
					sh(site, step, env...)
				}
				said = sh(temp, "cat summary.md")
			case "gitlab":
				list := commandsOf(t, f.Data, "before_script", "script")
				if len(list) < 7 {
					t.Errorf("only %d commands", len(list))
				}
				for _, step := range list {
					said += sh(site, step, env...)
				}
			case "gitee":
				for _, step := range commandsOf(t, f.Data, "commands") {
					said += sh(site, step, env...)
				}
			case "shell":
				said = sh(site, "./publish.sh "+live)
				sh(site, "sed -i 's/2024-09 = { value = 1210/2024-09 = { value = 1300/' content/indicators/output.toml")
				said += sh(site, "./publish.sh "+live)
				if _, err := os.Stat(filepath.Join(site, ".publish.lock")); err == nil {
					t.Error("the lock was left")
				}
			}
			if !strings.Contains(said, "1210") {
				t.Errorf("nobody is told what changed:\n%s", said)
			}
			if code, out := runHere(t, "verify", "-manifest", filepath.Join(site, "public", "manifest.json"), "-lang", "en", live); code != exitOK {
				t.Errorf("what is live is not what was built: %s", out)
			}
		})
	}
	if _, err := scaffold.Pipeline("jenkins"); err == nil {
		t.Error("there is a recipe for jenkins")
	}
}

// The workflows of this repository: linted, and made of steps that exist.
func TestOwnWorkflows(t *testing.T) {
	list, err := filepath.Glob("../.github/workflows/*.yml")
	if err != nil || len(list) == 0 {
		t.Fatalf("found no workflows: %v", err)
	}
	for _, name := range list {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		w := lint(t, name, data)
		for job := range w.Jobs {
			for _, step := range stepsOf(w, job) {
				// Running .ci/run here would run this test again: what a step names must exist.
				for _, word := range strings.Fields(step) {
					if strings.HasPrefix(word, "./") || strings.HasPrefix(word, ".ci/") {
						if _, err := os.Stat(filepath.Join("..", word)); err != nil {
							t.Errorf("%s: %s: %v", name, word, err)
						}
					}
				}
			}
		}
	}
}
