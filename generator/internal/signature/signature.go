// Package signature signs a site's manifest with an SSH key and checks the signature.
// The form is that of ssh-keygen -Y, which can check it without this program.
package signature

import (
	"bytes"
	"errors"
	"fmt"
	"os"

	"github.com/hiddeco/sshsig"
	"golang.org/x/crypto/ssh"
)

// Namespace keeps signatures of manifests apart from those that the same key makes of
// other things.
const Namespace = "reportsite"

// Why a key or signature is of no use.
var (
	ErrLocked  = errors.New("the key has a passphrase")
	ErrKind    = errors.New("the key is not of the kind ed25519")
	ErrNoKey   = errors.New("the file holds no key")
	ErrNotSame = errors.New("none of the keys has made this signature")
	ErrForm    = errors.New("it is no signature")
)

// Signer signs with a private key.
type Signer struct{ key ssh.Signer }

// Load reads a private key in OpenSSH's form. Only ed25519 is taken: it gives the same
// signature each time, so that building twice still gives the same bytes. A key with a
// passphrase is refused, because a build asks nobody.
func Load(file string) (*Signer, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	key, err := ssh.ParsePrivateKey(data)
	if _, locked := errors.AsType[*ssh.PassphraseMissingError](err); locked {
		return nil, ErrLocked
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoKey, err)
	}
	if key.PublicKey().Type() != ssh.KeyAlgoED25519 {
		return nil, ErrKind
	}
	return &Signer{key}, nil
}

// Sign gives the signature of a text.
func (s *Signer) Sign(text []byte) ([]byte, error) {
	sig, err := sshsig.Sign(bytes.NewReader(text), s.key, sshsig.HashSHA512, Namespace)
	if err != nil {
		return nil, fmt.Errorf("signature: sign: %w", err)
	}
	return sshsig.Armor(sig), nil
}

// Keys are public keys, one of which has to have signed.
type Keys []ssh.PublicKey

// ParseKeys reads public keys, one a line, as in id_ed25519.pub and authorized_keys.
// Empty lines and those that begin with # say nothing.
func ParseKeys(data []byte) (Keys, error) {
	var keys Keys
	for len(bytes.TrimSpace(data)) > 0 {
		key, _, _, rest, err := ssh.ParseAuthorizedKey(data)
		if err != nil {
			break // nothing but comments is left, or no key at all
		}
		keys, data = append(keys, key), rest
	}
	if len(keys) == 0 {
		return nil, ErrNoKey
	}
	return keys, nil
}

// Check reports why a signature of a text is not one of these keys; nil when it is.
func (k Keys) Check(text, signature []byte) error {
	sig, err := sshsig.Unarmor(signature)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrForm, err)
	}
	for _, key := range k {
		if sshsig.Verify(bytes.NewReader(text), sig, key, sig.HashAlgorithm, Namespace) == nil {
			return nil
		}
	}
	return ErrNotSame
}
