package main

import (
	"cmp"
	"context"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	cdx "github.com/CycloneDX/cyclonedx-go"
)

// writeSBOM writes what the programs consist of, in the form of CycloneDX: the Go modules
// that cyclonedx-gomod finds in the program of each system, and the npm packages of the
// lock file, each with its licence. Numbers that would differ from run to run or from
// machine to machine are left out; the time is that of the commit.
func (r *release) writeSBOM(ctx context.Context) (string, error) {
	tool := filepath.Join(r.work, "cyclonedx-gomod")
	if _, err := r.command(ctx, r.root, []string{"GOBIN=" + r.work, "GOFLAGS="}, "go", "install", cyclonedx); err != nil {
		return "", err
	}
	found := map[string]cdx.Component{} // by name
	for _, program := range r.programs {
		list, err := r.modulesIn(ctx, tool, program)
		if err != nil {
			return "", fmt.Errorf("read the SBOM of the modules: %w", err)
		}
		for _, c := range list {
			found[c.Name] = c
		}
	}
	bom := cdx.NewBOM()
	own := cdx.Component{
		BOMRef: "reportsite", Type: cdx.ComponentTypeApplication, Name: "reportsite", Version: r.version, PackageURL: "pkg:golang/reportsite@" + r.version,
		Licenses: licensed(r.parts[0].license),
	}
	bom.Metadata = &cdx.Metadata{
		Timestamp: r.when.Format(time.RFC3339), Component: &own,
		Tools: &cdx.ToolsChoice{Components: &[]cdx.Component{{Type: cdx.ComponentTypeApplication, Name: "cyclonedx-gomod", Version: cyclonedx[strings.LastIndex(cyclonedx, "@")+1:]}}},
	}
	components, needs := []cdx.Component{}, map[string][]string{own.BOMRef: nil}
	for _, p := range r.parts[1:] {
		c := p.component()
		if p.lock == nil { // of Go
			of, ok := found[p.name]
			if !ok {
				continue // of a system that is not built
			}
			delete(found, p.name)
			of.Licenses = c.Licenses
			c = of
		}
		components, needs[c.BOMRef] = append(components, c), nil
		if p.lock == nil || p.lock.direct {
			needs[own.BOMRef] = append(needs[own.BOMRef], c.BOMRef)
		}
		if p.lock != nil {
			for _, name := range p.lock.needs {
				needs[c.BOMRef] = append(needs[c.BOMRef], r.reference(name))
			}
		}
	}
	if len(found) > 0 {
		return "", fmt.Errorf("the programs hold modules of which no licence is known: %s", slices.Sorted(maps.Keys(found)))
	}
	bom.Components = &components
	dependencies := []cdx.Dependency{}
	for _, ref := range slices.Sorted(maps.Keys(needs)) {
		d := cdx.Dependency{Ref: ref}
		if list := slices.Sorted(slices.Values(needs[ref])); len(list) > 0 {
			d.Dependencies = &list
		}
		dependencies = append(dependencies, d)
	}
	bom.Dependencies = &dependencies
	name := "reportsite-" + r.version + ".cdx.json"
	f, err := os.Create(filepath.Join(r.out, name))
	if err != nil {
		return "", err
	}
	err = cdx.NewBOMEncoder(f, cdx.BOMFileFormatJSON).SetPretty(true).SetEscapeHTML(false).EncodeVersion(bom, cdx.SpecVersion1_6)
	return name, errors.Join(err, f.Close())
}

// modulesIn lists the Go modules of a program and the standard library.
func (r *release) modulesIn(ctx context.Context, tool, program string) ([]cdx.Component, error) {
	out := filepath.Join(r.work, "go.cdx.json")
	_, err := r.command(ctx, r.root, nil, tool, "bin", "-json", "-noserial", "-notimestamp", "-short-purls", "-std", "-version", "v"+r.version, "-output", out, program)
	if err != nil {
		return nil, err
	}
	f, err := os.Open(out)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	bom := cdx.NewBOM()
	if err := cdx.NewBOMDecoder(f, cdx.BOMFileFormatJSON).Decode(bom); err != nil {
		return nil, err
	}
	if bom.Components == nil {
		return nil, fmt.Errorf("%s names no modules", program)
	}
	return *bom.Components, nil
}

// reference is how the SBOM refers to an npm package.
func (r *release) reference(name string) string {
	for _, p := range r.parts {
		if p.lock != nil && p.name == name {
			return p.component().BOMRef
		}
	}
	return name // which the test of the SBOM finds
}

// component is a part in the form of CycloneDX.
func (c component) component() cdx.Component {
	out := cdx.Component{Type: cdx.ComponentTypeLibrary, Name: c.name, Version: c.version, Scope: cdx.ScopeRequired, Licenses: licensed(c.license)}
	if c.lock == nil {
		return out
	}
	out.PackageURL = "pkg:npm/" + strings.Replace(c.name, "@", "%40", 1) + "@" + c.version
	out.BOMRef = out.PackageURL
	algorithm, sum, _ := strings.Cut(c.lock.integrity, "-")
	if data, err := base64.StdEncoding.DecodeString(sum); err == nil && algorithm == "sha512" {
		out.Hashes = &[]cdx.Hash{{Algorithm: cdx.HashAlgoSHA512, Value: hex.EncodeToString(data)}}
	}
	return out
}

// licensed writes a licence as SPDX names it, or an expression of several.
func licensed(expression string) *cdx.Licenses {
	if strings.Contains(expression, " ") {
		return &cdx.Licenses{{Expression: expression}}
	}
	return &cdx.Licenses{{License: &cdx.License{ID: cmp.Or(expression, "NOASSERTION")}}}
}
