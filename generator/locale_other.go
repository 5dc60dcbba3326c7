//go:build !windows

package main

// preferred is empty: the environment says which language the user reads.
func preferred() []string { return nil }
