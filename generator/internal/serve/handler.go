package serve

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io/fs"
	"mime"
	"net"
	"net/http"
	"net/netip"
	"path"
	"slices"
	"strings"
	"time"
)

// ours is the path of the server's own files and events, outside of the site.
const ours = "/_reportsite/"

//go:embed assets
var assets embed.FS

// types are the media types of a site's files; the tables of operating systems
// differ.
var types = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".mjs": "text/javascript; charset=utf-8", ".svg": "image/svg+xml", ".json": "application/json",
	".csv": "text/csv; charset=utf-8", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8",
	".zip": "application/zip", ".png": "image/png", ".webmanifest": "application/manifest+json",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

func (s *server) handler(addr net.Addr) http.Handler {
	own, err := fs.Sub(assets, "assets")
	if err != nil { // the files are part of the program
		panic("generator: internal error: " + err.Error())
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+ours+"events", s.events)
	mux.Handle("GET "+ours, http.StripPrefix(ours, http.FileServerFS(own)))
	mux.HandleFunc("GET /", s.file)
	return local(addr, mux)
}

// local keeps what is being written from the pages of other sites that are open in the
// editor's browser. It refuses requests that name another host than this machine: a page
// could read the site through a host name of its own that resolves to this machine (DNS
// rebinding). It refuses what a page of another site loads, and says so to browsers that
// do not tell who asks: search data are scripts, which any page may run and so read.
// Following a link from another site is allowed, and so is a frame, which cannot be read.
// When the editor chose another interface, everybody may ask.
func local(addr net.Addr, next http.Handler) http.Handler {
	bound, err := netip.ParseAddrPort(addr.String())
	if err != nil || !bound.Addr().IsLoopback() {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host, _, err := net.SplitHostPort(r.Host)
		if err != nil {
			host = r.Host
		}
		ip, err := netip.ParseAddr(strings.Trim(host, "[]"))
		if host != "localhost" && (err != nil || !ip.IsLoopback()) {
			http.Error(w, "this server is for this machine only", http.StatusForbidden)
			return
		}
		if r.Header.Get("Sec-Fetch-Site") == "cross-site" && r.Header.Get("Sec-Fetch-Mode") != "navigate" {
			http.Error(w, "this server is for its own pages only", http.StatusForbidden)
			return
		}
		w.Header().Set("Cross-Origin-Resource-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}

// file serves a file of the last good build.
func (s *server) file(w http.ResponseWriter, r *http.Request) {
	now := s.state()
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	status := http.StatusOK
	data, ok, _ := now.files.get(name)
	if !ok {
		index := path.Join(name, "index.html")
		if data, ok, _ = now.files.get(index); ok && name != "" && !strings.HasSuffix(r.URL.Path, "/") {
			http.Redirect(w, r, r.URL.Path+"/", http.StatusMovedPermanently)
			return
		}
		name = index
	}
	if !ok {
		status, name = http.StatusNotFound, "404.html"
		if data, ok, _ = now.files.get(name); !ok {
			data = []byte(waiting)
		}
	}
	kind, known := types[path.Ext(name)]
	if !known {
		kind = mime.TypeByExtension(path.Ext(name))
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	if path.Ext(name) == ".html" {
		data = s.live(name, data, now.version)
	}
	w.WriteHeader(status)
	_, _ = w.Write(data) // an error means that the browser has disconnected
}

// waiting is shown while there is no good build yet.
const waiting = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>reportsite</title></head><body></body></html>`

// live adds the script that listens for events. It knows which build it shows
// and the page's hash, so that only what looks different reloads.
func (s *server) live(name string, data []byte, version int) []byte {
	tag := fmt.Sprintf(`<link rel="stylesheet" href="%[1]slive.css"><script type="module" src="%[1]slive.js" data-page="%[2]s" data-hash="%[3]x" data-version="%[4]d"></script>`,
		ours, name, hash(data), version)
	end := bytes.LastIndex(data, []byte("</head>"))
	if end < 0 {
		end = 0
	}
	out := make([]byte, 0, len(data)+len(tag))
	out = append(out, data[:end]...)
	out = append(out, tag...)
	return append(out, data[end:]...)
}

func hash(data []byte) uint64 {
	h := fnv.New64a()
	_, _ = h.Write(data) // never fails
	return h.Sum64()
}

// message is one event: the number of the build, the hash of the page that
// listens, and what is wrong.
type message struct {
	Version int     `json:"version"`
	Hash    string  `json:"hash"`
	Faults  []Fault `json:"faults"`
}

// events sends an event to an open page for every build, beginning with the present
// one.
func (s *server) events(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "no streaming", http.StatusInternalServerError)
		return
	}
	page := r.URL.Query().Get("page")
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	ping := time.NewTicker(20 * time.Second)
	defer ping.Stop()
	for {
		now := s.state()
		body, _, faults := now.files.get(page)
		data, err := json.Marshal(message{now.version, fmt.Sprintf("%x", hash(body)), slices.Concat(faults, now.faults)})
		if err != nil {
			return // cannot happen: strings and numbers only
		}
		if _, err := fmt.Fprintf(w, "data: %s\n\n", data); err != nil {
			return
		}
		flusher.Flush()
		select {
		case <-r.Context().Done():
			return
		case <-now.changed:
		case <-ping.C:
		}
	}
}
