package signature

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"reportsite/generator/internal/need"

	"golang.org/x/crypto/ssh"
)

// pair makes a key pair and returns the file of the private key and the public key.
func pair(t *testing.T) (file string, public []byte) {
	t.Helper()
	pub, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	key, err := ssh.NewPublicKey(pub)
	if err != nil {
		t.Fatal(err)
	}
	return keep(t, private, ""), ssh.MarshalAuthorizedKey(key)
}

func keep(t *testing.T, private any, passphrase string) string {
	t.Helper()
	block, err := ssh.MarshalPrivateKey(private, "")
	if passphrase != "" {
		block, err = ssh.MarshalPrivateKeyWithPassphrase(private, "", []byte(passphrase))
	}
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "key")
	if err := os.WriteFile(file, pem.EncodeToMemory(block), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func sign(t *testing.T, file, text string) []byte {
	t.Helper()
	s, err := Load(file)
	if err != nil {
		t.Fatal(err)
	}
	sig, err := s.Sign([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return sig
}

func TestSignature(t *testing.T) {
	file, public := pair(t)
	_, other := pair(t)
	sig := sign(t, file, "text")
	if string(sig) != string(sign(t, file, "text")) {
		t.Error("two signatures of the same text differ")
	}
	for _, test := range []struct {
		name, text, keys, sig string
		want                  error
	}{
		{"its key", "text", string(public), string(sig), nil},
		{"one of several", "text", "# keys\n\n" + string(other) + string(public) + "# end\n", string(sig), nil},
		{"another key", "text", string(other), string(sig), ErrNotSame},
		{"another text", "Text", string(public), string(sig), ErrNotSame},
		{"no signature", "text", string(public), "", ErrForm},
		{"cut short", "text", string(public), string(sig[:len(sig)/2]), ErrForm},
	} {
		keys, err := ParseKeys([]byte(test.keys))
		if err != nil {
			t.Fatal(err)
		}
		if err := keys.Check([]byte(test.text), []byte(test.sig)); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", test.name, err, test.want)
		}
	}
}

func TestLoadRefuses(t *testing.T) {
	_, private, _ := ed25519.GenerateKey(rand.Reader)
	curve, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	text := filepath.Join(t.TempDir(), "text")
	if err := os.WriteFile(text, []byte("no key"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		file string
		want error
	}{
		"with a passphrase": {keep(t, private, "secret"), ErrLocked},
		"another kind":      {keep(t, curve, ""), ErrKind},
		"a text":            {text, ErrNoKey},
		"none":              {text + "x", os.ErrNotExist},
	} {
		if s, err := Load(test.file); !errors.Is(err, test.want) || s != nil {
			t.Errorf("%s: %v, want %v", name, err, test.want)
		}
	}
	if keys, err := ParseKeys([]byte("# nothing\n")); !errors.Is(err, ErrNoKey) || keys != nil {
		t.Errorf("ParseKeys = %v, %v", keys, err)
	}
}

// Whoever has OpenSSH can check a signature without this program.
func TestOpenSSHAgrees(t *testing.T) {
	keygen := need.Program(t, "ssh-keygen")
	file, public := pair(t)
	dir := t.TempDir()
	allowed, sig := filepath.Join(dir, "allowed"), filepath.Join(dir, "sig")
	for name, data := range map[string][]byte{allowed: append([]byte("editor "), public...), sig: sign(t, file, "text")} {
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for text, good := range map[string]bool{"text": true, "Text": false} {
		cmd := exec.Command(keygen, "-Y", "verify", "-f", allowed, "-I", "editor", "-n", Namespace, "-s", sig)
		cmd.Stdin = strings.NewReader(text)
		if out, err := cmd.CombinedOutput(); (err == nil) != good {
			t.Errorf("ssh-keygen of %q: %v\n%s", text, err, out)
		}
	}
}

// FuzzCheck: no signature but the true one is taken.
func FuzzCheck(f *testing.F) {
	f.Add([]byte("-----BEGIN SSH SIGNATURE-----\nU1NIU0lH\n-----END SSH SIGNATURE-----\n"), []byte("ssh-ed25519 AAAA"))
	f.Fuzz(func(t *testing.T, sig, public []byte) {
		keys, err := ParseKeys(public)
		if (err == nil) != (len(keys) > 0) {
			t.Fatalf("%d keys, %v", len(keys), err)
		}
		if len(keys) > 0 && keys.Check([]byte("text"), sig) == nil {
			t.Fatal("a signature out of nothing")
		}
	})
}
