package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// writeSBOM writes what the program consists of, in the form of CycloneDX: the Go modules
// as cyclonedx-gomod finds them in it, with the libraries that npm lists. Numbers and times that
// would differ from run to run are left out, or are those of the commit.
func (r *release) writeSBOM(ctx context.Context, templates string) (string, error) {
	out := filepath.Join(r.work, "go.cdx.json")
	tool := filepath.Join(r.work, "cyclonedx-gomod")
	if _, err := r.command(ctx, r.root, []string{"GOBIN=" + r.work, "GOFLAGS="}, "go", "install", cyclonedx); err != nil {
		return "", err
	}
	// What the program itself says of its modules; it is the same on all systems but for
	// those that one of them needs.
	if _, err := r.command(ctx, r.root, nil, tool, "bin", "-json", "-noserial", "-version", "v"+r.version, "-output", out, r.program); err != nil {
		return "", err
	}
	bom, err := readJSON(os.ReadFile(out))
	if err != nil {
		return "", fmt.Errorf("read the SBOM of the modules: %w", err)
	}
	listed, err := r.named(templates)
	if err != nil {
		return "", fmt.Errorf("copy the lock file: %w", err)
	}
	libraries, err := readJSON(r.command(ctx, listed, nil, "npm", "sbom", "--sbom-format=cyclonedx", "--package-lock-only"))
	if err != nil {
		return "", fmt.Errorf("read the SBOM of the libraries: %w", err)
	}
	parts, _ := bom["components"].([]any)
	more, _ := libraries["components"].([]any)
	if len(parts) == 0 || len(more) == 0 {
		return "", fmt.Errorf("the SBOM has %d modules and %d libraries", len(parts), len(more))
	}
	bom["components"] = append(parts, more...)
	delete(bom, "serialNumber")
	if meta, ok := bom["metadata"].(map[string]any); ok {
		meta["timestamp"] = r.when.Format(time.RFC3339)
		if c, ok := meta["component"].(map[string]any); ok {
			c["version"] = r.version
		}
	}
	text, err := json.MarshalIndent(bom, "", "  ")
	if err != nil {
		return "", err
	}
	name := "reportsite-" + r.version + ".cdx.json"
	return name, os.WriteFile(filepath.Join(r.out, name), append(text, '\n'), 0o644)
}

// named copies package.json and the lock file, with the version that npm sbom insists on.
func (r *release) named(templates string) (string, error) {
	to := filepath.Join(r.work, "npm")
	if err := os.MkdirAll(to, 0o755); err != nil {
		return "", err
	}
	for _, name := range []string{"package.json", "package-lock.json"} {
		v, err := readJSON(os.ReadFile(filepath.Join(templates, name)))
		if err != nil {
			return "", err
		}
		v["version"] = "0.0.0"
		if packages, ok := v["packages"].(map[string]any); ok {
			if own, ok := packages[""].(map[string]any); ok {
				own["version"] = "0.0.0"
			}
		}
		text, err := json.Marshal(v)
		if err != nil {
			return "", err
		}
		if err := os.WriteFile(filepath.Join(to, name), text, 0o644); err != nil {
			return "", err
		}
	}
	return to, nil
}

// readJSON reads what a file or a program says as JSON.
func readJSON(data []byte, err error) (map[string]any, error) {
	if err != nil {
		return nil, err
	}
	var v map[string]any
	return v, json.Unmarshal(data, &v)
}
