package deploy

import (
	"bytes"
	"context"
	"crypto/md5"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"
	"golang.org/x/sync/errgroup"

	"reportsite/generator/internal/header"
	"reportsite/generator/internal/publish"
)

// Why object storage is not deployed to.
var (
	ErrNoKeys   = errors.New("there are no keys for the storage")
	ErrKeys     = errors.New("the storage does not take the keys, or they may not do this")
	ErrNoBucket = errors.New("the storage has no such bucket")
)

// storageFault adds what the storage's codes mean.
func storageFault(err error) error {
	if err == nil {
		return nil
	}
	r, ok := errors.AsType[minio.ErrorResponse](err)
	switch {
	case !ok:
		return err
	case r.Code == "NoSuchBucket":
		return fmt.Errorf("%w: %w", ErrNoBucket, err)
	case r.StatusCode == http.StatusForbidden, r.StatusCode == http.StatusUnauthorized:
		return fmt.Errorf("%w: %w", ErrKeys, err)
	}
	return err
}

// bucket is object storage that speaks S3.
type bucket struct {
	client *minio.Client
	keys   *credentials.Credentials
	name   string
	prefix string // of all keys; "" or ending with a slash

	mu    sync.Mutex
	etags map[string]string // of what was there when look was called
}

// requests is how many requests to a server are under way at once.
const requests = 8

// awsEndpoint is where a bucket is when its address names no endpoint.
const awsEndpoint = "https://s3.amazonaws.com"

// newBucket reads s3://bucket/prefix?endpoint=https://host&region=name&style=path. Keys
// come from the environment (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY,
// AWS_SESSION_TOKEN) or from ~/.aws/credentials, never from the address.
func newBucket(u *url.URL) (*bucket, error) {
	q := u.Query()
	for name := range q {
		switch name {
		case "endpoint", "region", "style":
		default:
			return nil, &TargetError{Part: "?" + name}
		}
	}
	endpoint := q.Get("endpoint")
	if endpoint == "" {
		endpoint = awsEndpoint
	}
	at, err := url.Parse(endpoint)
	if err != nil || at.Host == "" || at.Scheme != "http" && at.Scheme != "https" || strings.Trim(at.Path, "/") != "" {
		return nil, &TargetError{Part: "endpoint=" + endpoint}
	}
	lookup, ok := map[string]minio.BucketLookupType{"": minio.BucketLookupAuto, "path": minio.BucketLookupPath, "host": minio.BucketLookupDNS}[q.Get("style")]
	if !ok {
		return nil, &TargetError{Part: "style=" + q.Get("style")}
	}
	if u.Host == "" || u.User != nil {
		return nil, &TargetError{Part: u.Redacted()}
	}
	keys := credentials.NewChainCredentials([]credentials.Provider{&credentials.EnvAWS{}, &credentials.FileAWSCredentials{}})
	client, err := minio.New(at.Host, &minio.Options{Creds: keys, Secure: at.Scheme == "https", Region: q.Get("region"), BucketLookup: lookup})
	if err != nil {
		return nil, fmt.Errorf("deploy: %w", err)
	}
	prefix := strings.Trim(u.Path, "/")
	if prefix != "" {
		prefix += "/"
	}
	return &bucket{client: client, keys: keys, name: u.Host, prefix: prefix}, nil
}

func (b *bucket) look(ctx context.Context) (*there, error) {
	if v, err := b.keys.GetWithContext(b.client.CredContext()); err != nil || v.AccessKeyID == "" || v.SecretAccessKey == "" {
		return nil, ErrNoKeys // requests without a signature would be refused with less to go by
	}
	t := &there{files: map[string]bool{}}
	etags := map[string]string{}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel() // it ends the listing after a fault
	for o := range b.client.ListObjects(ctx, b.name, minio.ListObjectsOptions{Prefix: b.prefix, Recursive: true}) {
		if o.Err != nil {
			return nil, storageFault(o.Err)
		}
		name := strings.TrimPrefix(o.Key, b.prefix)
		if name == "" || strings.HasSuffix(name, "/") {
			continue // what consoles make for a folder
		}
		t.files[name] = true
		etags[name] = strings.Trim(o.ETag, `"`)
	}
	b.mu.Lock()
	b.etags = etags
	b.mu.Unlock()
	if !t.files[publish.Marker] {
		return t, nil
	}
	o, err := b.client.GetObject(ctx, b.name, b.prefix+publish.Marker, minio.GetObjectOptions{})
	if err != nil {
		return nil, err
	}
	defer o.Close()
	t.mark, err = io.ReadAll(io.LimitReader(o, maxMark))
	return t, err
}

// maxMark is how much of a mark is read, in bytes.
const maxMark = 64 << 20

// changed goes by the tag that the storage gave to an object, which is the MD5 of its
// content; where it is something else, the object is sent again.
func (b *bucket) changed(_ context.Context, s *Site, t *there) ([]string, error) {
	var list []string
	for _, f := range s.Files {
		data, err := os.ReadFile(filepath.Join(s.Dir, filepath.FromSlash(f.Path)))
		if err != nil {
			return nil, err
		}
		sum := md5.Sum(data)
		if !t.files[f.Path] || b.etags[f.Path] != hex.EncodeToString(sum[:]) {
			list = append(list, f.Path)
		}
	}
	return list, nil
}

func (b *bucket) send(ctx context.Context, s *Site, dir string, names []string) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(requests)
	for _, name := range names {
		group.Go(func() error {
			data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
			if err != nil {
				return err
			}
			_, err = b.client.PutObject(ctx, b.name, b.prefix+name, bytes.NewReader(data), int64(len(data)), minio.PutObjectOptions{
				ContentType: header.Type(name), CacheControl: s.Cache(name), DisableMultipart: true, SendContentMd5: true,
			})
			if err != nil {
				return fmt.Errorf("%s: %w", name, storageFault(err))
			}
			return nil
		})
	}
	return group.Wait()
}

func (b *bucket) remove(ctx context.Context, names []string) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(requests)
	for _, name := range names {
		group.Go(func() error {
			err := b.client.RemoveObject(ctx, b.name, b.prefix+name, minio.RemoveObjectOptions{})
			if r, ok := errors.AsType[minio.ErrorResponse](err); ok && r.StatusCode == http.StatusNotFound {
				return nil
			}
			return storageFault(err)
		})
	}
	return group.Wait()
}
