// Package verdict judges every target of a report: from the target, the published
// results and a date it computes a status with its arithmetic.
//
// [All] judges a whole site. A [Verdict] keeps everything it was made from, so
// that it can explain itself to a citizen ([Verdict.Explain]), line by line
// ([Verdict.Steps]) and as one formula. [Method] describes the rules from the
// same constants that judge.
//
// The rules in short:
//
//   - Nothing released after the as-of date counts; for a figure that was revised
//     later, the value known on that date is used.
//   - Once the period is over, its final figure is compared with the target:
//     achieved, exceeded or missed.
//   - Within the period, what adds up over the year (a flow) is compared with
//     the share of the year that the newest figure covers (序时进度) or with the
//     editor's own plan; states, rates, shares, ratios and indices are compared
//     with the target directly: ahead, on-pace or behind.
//   - When the report or the data do not suffice, nothing is judged, and the verdict says why
//     ([Reason]); it never guesses, replaces a value or sums single months.
//
// All arithmetic is decimal. The package reads no clock, file or environment.
package verdict
