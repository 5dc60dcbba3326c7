//go:build linux

package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// serveAttacks attacks the server that editors run on their machine.
func serveAttacks(ctx context.Context, t *torture) (err error) {
	if !t.anyWanted("serve") {
		return nil
	}
	w, err := t.world(ctx, killed)
	if err != nil {
		return err
	}
	site := filepath.Join(t.work, "served", "site")
	if err := errors.Join(t.copySite(w.sites[0], site), os.WriteFile(filepath.Join(t.work, "served", "secret.txt"), []byte(secret), 0o644),
		os.WriteFile(filepath.Join(site, "secret.txt"), []byte(secret), 0o644)); err != nil {
		return err
	}
	if err := edit(filepath.Join(site, "config.toml"), func(s string) string { return "# " + secret + "\n" + s }); err != nil {
		return err
	}
	s, err := t.startServer(ctx, site, w.templates[0])
	if err != nil {
		return err
	}
	b := t.table("what `serve` meets", "times", "as it should be")
	times, fine := map[string]int{}, map[string]int{}
	var kinds []string
	do := func(kind, name string, what func(r *rand.Rand) error) error {
		ran, ok, err := t.try(ctx, name, what)
		if ran {
			if times[kind] == 0 {
				kinds = append(kinds, kind)
			}
			times[kind]++
		}
		if ran && ok {
			fine[kind]++
		}
		return err
	}
	for n, a := range attacks(s.addr) {
		kind, _, _ := strings.Cut(a.name, "/")
		if err := do("serve/"+kind, fmt.Sprintf("serve/%s/%d", kind, n), func(*rand.Rand) error { return s.meet(a) }); err != nil {
			return errors.Join(err, s.stop())
		}
	}
	for _, m := range []struct {
		name string
		do   func(context.Context, *torture, string) error
	}{
		{"foreign-page", s.foreignPage}, {"idle", s.idle}, {"slow", s.slow}, {"many", s.many}, {"streams", s.streams}, {"half-reads", s.halfReads},
	} {
		if err := do("serve/"+m.name, "serve/"+m.name+"/0", func(*rand.Rand) error { return m.do(ctx, t, site) }); err != nil {
			return errors.Join(err, s.stop())
		}
	}
	stop := s.stop()
	if err := do("serve/end", "serve/end/0", func(*rand.Rand) error { return stop }); err != nil {
		return err
	}
	for _, kind := range kinds {
		b.add(kind, times[kind], fine[kind])
	}
	return nil
}
