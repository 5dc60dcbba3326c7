//go:build !release

package bundle

// archive is empty: the theme lies in the checkout.
var archive []byte
