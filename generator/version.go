package main

// version is the program's version. A release sets it while linking (see tools/release);
// a program that was built from a checkout by go build or go run is a development version.
var version = "devel"
