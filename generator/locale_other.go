//go:build !windows

package main

// preferred is empty: the locale is in the environment.
func preferred() []string { return nil }
