// Package model holds the meaning of a work report as pure values: editions
// and their sections, indicators with targets and observations, commitments.
//
// Values are made by package check alone, which refuses whatever is wrong; a
// reference is therefore a pointer here and never dangles. Nothing in this
// package reads a file, a clock or the environment.
package model
