// Package verdict says how every target of a report stands: target, published
// results and a date in, a status with its arithmetic out.
//
// [All] judges a whole site. A [Verdict] keeps everything it was made from, so
// that it can explain itself to a citizen ([Verdict.Explain]), line by line
// ([Verdict.Steps]) and as one formula. [Method] describes the rules from the
// same constants that the engine uses.
//
// The rules in short:
//
//   - Nothing released after the as-of date exists; a later revision is rolled
//     back to the value that was known.
//   - Once the period is over, its final figure is compared with the target:
//     achieved, exceeded or missed.
//   - Within the period, what adds up over the year (a flow) is compared with
//     the share of the year that the newest figure covers (序时进度) or with the
//     editor's own plan; states, rates, shares, ratios and indices are compared
//     with the target directly: ahead, on-pace or behind.
//   - Where the report or the data leave a gap, the engine refuses and says why
//     ([Reason]); it never guesses, replaces a value or sums single months.
//
// All arithmetic is decimal. The package reads no clock, file or environment.
package verdict
