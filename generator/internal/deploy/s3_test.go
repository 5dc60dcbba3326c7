package deploy

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/minio/minio-go/v7"
	"github.com/rclone/gofakes3"
	"github.com/rclone/gofakes3/s3mem"

	"reportsite/generator/internal/header"
	"reportsite/generator/internal/publish"
)

// storage is an S3 server in this process (that of rclone serve s3) and a place on it.
func storage(t *testing.T, prefix string) (Place, *minio.Client, *[]string) {
	t.Helper()
	t.Setenv("AWS_ACCESS_KEY_ID", "test")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "test-secret")
	backend := s3mem.New()
	if err := backend.CreateBucket(t.Context(), "site"); err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	var sent []string
	s3 := gofakes3.New(backend).Server()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPut || r.Method == http.MethodDelete {
			mu.Lock()
			sent = append(sent, r.Method+" "+r.URL.Path)
			mu.Unlock()
		}
		if q := r.URL.Query(); q.Get("delimiter") == "" { // it takes an empty one for one that fits everywhere
			q.Del("delimiter")
			r.URL.RawQuery = q.Encode()
		}
		s3.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	p, err := At("s3://site/"+prefix+"?style=path&region=us-east-1&endpoint="+server.URL, publish.Rules{})
	if err != nil {
		t.Fatal(err)
	}
	return p, p.(ordered).store.(*bucket).client, &sent
}

// objects reads all that is in the bucket.
func objects(t *testing.T, c *minio.Client) files {
	t.Helper()
	got := files{}
	for o := range c.ListObjects(context.Background(), "site", minio.ListObjectsOptions{Recursive: true}) {
		if o.Err != nil {
			t.Fatal(o.Err)
		}
		r, err := c.GetObject(t.Context(), "site", o.Key, minio.GetObjectOptions{})
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		got[o.Key] = string(data)
	}
	return got
}

func TestS3(t *testing.T) {
	p, c, sent := storage(t, "report")
	put := func(name, text string) {
		if _, err := c.PutObject(t.Context(), "site", name, strings.NewReader(text), int64(len(text)), minio.PutObjectOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	put("other/index.html", "another site of the bucket")
	put("reporter/index.html", "whose name begins the same")
	for _, content := range []files{first, second, third} {
		s := built(t, content)
		if err := deployTo(t, p, s); err != nil {
			t.Fatal(err)
		}
		want := files{"other/index.html": "another site of the bucket", "reporter/index.html": "whose name begins the same"}
		for name, text := range read(t, s.Dir) {
			want["report/"+name] = text
		}
		if d := cmp.Diff(want, objects(t, c)); d != "" {
			t.Error(d)
		}
		// The same again: nothing is sent.
		*sent = nil
		if err := deployTo(t, p, s); err != nil || len(*sent) > 0 {
			t.Errorf("the second time: %v, %v", *sent, err)
		}
	}
	put("report/CNAME", "mine")
	*sent = nil
	s := built(t, with(third, files{"data/x.json": "1"}))
	if err := deployTo(t, p, s); err != nil {
		t.Fatal(err)
	}
	want := []string{"PUT /site/report/reportsite.txt", "PUT /site/report/data/x.json", "PUT /site/report/manifest.json", "PUT /site/report/reportsite.txt"}
	if d := cmp.Diff(want, *sent); d != "" {
		t.Errorf("what is sent when one file is new:\n%s", d)
	}
	if objects(t, c)["report/CNAME"] != "mine" {
		t.Error("somebody's file is gone")
	}
	for name, want := range map[string][2]string{
		"report/index.html": {"text/html; charset=utf-8", header.Asked}, "report/assets/a.3.css": {"text/css; charset=utf-8", header.Kept},
		"report/data/x.json": {"application/json; charset=utf-8", header.Asked},
	} {
		o, err := c.StatObject(t.Context(), "site", name, minio.StatObjectOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if got := [2]string{o.ContentType, o.Metadata.Get("Cache-Control")}; got != want {
			t.Errorf("%s has %q, want %q", name, got, want)
		}
	}
}

// A bucket in which somebody keeps files is not taken.
func TestS3RefusesOthers(t *testing.T) {
	p, c, sent := storage(t, "")
	if _, err := c.PutObject(t.Context(), "site", "photos/a.jpg", strings.NewReader("x"), 1, minio.PutObjectOptions{}); err != nil {
		t.Fatal(err)
	}
	*sent = nil
	if err := deployTo(t, p, built(t, first)); err == nil || len(*sent) > 0 {
		t.Errorf("%v was done, %v", *sent, err)
	}
}

// Each reason why storage is not deployed to is told apart.
func TestS3Faults(t *testing.T) {
	p, _, sent := storage(t, "report")
	b := p.(ordered).store.(*bucket)
	s := built(t, first)
	b.name = "nowhere"
	if err := deployTo(t, p, s); !errors.Is(err, ErrNoBucket) {
		t.Errorf("no bucket: %v", err)
	}
	closed := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) }))
	defer closed.Close()
	refused, err := At("s3://site?style=path&region=us-east-1&endpoint="+closed.URL, publish.Rules{})
	if err != nil {
		t.Fatal(err)
	}
	if err := deployTo(t, refused, s); !errors.Is(err, ErrKeys) {
		t.Errorf("refused keys: %v", err)
	}
	t.Setenv("HOME", t.TempDir())
	for _, name := range []string{"AWS_ACCESS_KEY_ID", "AWS_ACCESS_KEY", "AWS_SECRET_ACCESS_KEY", "AWS_SECRET_KEY", "AWS_SHARED_CREDENTIALS_FILE"} {
		t.Setenv(name, "")
	}
	without, err := At("s3://site?style=path&region=us-east-1&endpoint="+closed.URL, publish.Rules{})
	if err != nil {
		t.Fatal(err)
	}
	if err := deployTo(t, without, s); !errors.Is(err, ErrNoKeys) {
		t.Errorf("no keys: %v", err)
	}
	if len(*sent) > 0 {
		t.Errorf("%v was done", *sent)
	}
}

// The same against a server that keeps objects on a disk: Versity's S3 gateway. It is
// large; who has it tries it, or gives it with
//
//	go install github.com/versity/versitygw/cmd/versitygw@v1.8.0
func TestS3Gateway(t *testing.T) {
	program, err := exec.LookPath("versitygw")
	if err != nil {
		t.Skipf("there is no versitygw (go install github.com/versity/versitygw/cmd/versitygw@v1.8.0): %v", err)
	}
	t.Setenv("AWS_ACCESS_KEY_ID", "test")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "test-secret")
	disk := t.TempDir()
	at := filepath.Join(disk, "site", "report")
	if err := os.Mkdir(filepath.Dir(at), 0o755); err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := l.Addr().String()
	l.Close()
	cmd := exec.CommandContext(t.Context(), program, "--port", address, "posix", disk)
	cmd.Env = append(os.Environ(), "ROOT_ACCESS_KEY=test", "ROOT_SECRET_KEY=test-secret")
	var said strings.Builder
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() { cmd.Wait(); close(ended) }()
	t.Cleanup(func() { cmd.Process.Kill(); <-ended })
	for start := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		if c, err := net.Dial("tcp", address); err == nil {
			c.Close()
			break
		}
		select {
		case <-ended:
			t.Skipf("versitygw does not start here: %s", said.String())
		default:
		}
		if time.Since(start) > time.Minute {
			t.Fatal("versitygw does not answer")
		}
	}
	p, err := At("s3://site/report?style=path&region=us-east-1&endpoint=http://"+address, publish.Rules{})
	if err != nil {
		t.Fatal(err)
	}
	for _, content := range []files{first, second, third} {
		s := built(t, content)
		if err := deployTo(t, p, s); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(read(t, s.Dir), read(t, at)); d != "" {
			t.Error(d)
		}
		plan, err := p.Plan(t.Context(), s)
		if err != nil || !plan.Nothing() {
			t.Errorf("the second time: %+v, %v", plan, err)
		}
	}
	c := p.(ordered).store.(*bucket).client
	for name, want := range map[string][2]string{
		"report/index.html":     {"text/html; charset=utf-8", header.Asked},
		"report/assets/a.3.css": {"text/css; charset=utf-8", header.Kept},
	} {
		o, err := c.StatObject(t.Context(), "site", name, minio.StatObjectOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if got := [2]string{o.ContentType, o.Metadata.Get("Cache-Control")}; got != want {
			t.Errorf("%s has %q, want %q", name, got, want)
		}
	}
	nowhere, err := At("s3://nowhere?style=path&region=us-east-1&endpoint=http://"+address, publish.Rules{})
	if err != nil {
		t.Fatal(err)
	}
	if err := deployTo(t, nowhere, built(t, first)); !errors.Is(err, ErrNoBucket) {
		t.Errorf("no bucket: %v", err)
	}
	t.Setenv("AWS_SECRET_ACCESS_KEY", "another")
	wrong, err := At("s3://site/report?style=path&region=us-east-1&endpoint=http://"+address, publish.Rules{})
	if err != nil {
		t.Fatal(err)
	}
	if err := deployTo(t, wrong, built(t, first)); !errors.Is(err, ErrKeys) {
		t.Errorf("wrong keys: %v", err)
	}
}
