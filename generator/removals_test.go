package main

import (
	"cmp"
	"go/ast"
	"maps"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

// removals says of every function that removes, renames or writes over files what
// it may touch, and which test holds it to that. A new one is to be added here with
// its test: nothing of a person's is ever removed.
var removals = map[string]string{

	"library keepRecord":   "writes what the libraries are into node_modules, which is npm's: library.TestDamaged",
	"publish acquire":      "writes .gitignore in a work folder that is a build's: TestBeginAfterAKill",
	"publish release":      "removes the lock and .gitignore of the work folder, and the folder when it is empty: TestBeginAfterAKill",
	"publish discard":      "removes site and old of the work folder, of which nothing is left that is not in public: TestForeignFiles, TestNothingIsRemovedThroughALink",
	"publish discardEach":  "the same, one by one: TestDiscardEach",
	"publish makeSite":     "sets the mode of the stage that it has just made: TestModes",
	"publish publish":      "renames the stage to a public folder that is not there: TestCommit",
	"publish exchange":     "exchanges stage and public, which admit has let through: TestForeignFiles, TestPlaces, TestOnlyMarkedFoldersAreTaken",
	"publish twoSteps":     "the same in two renames: TestForeignFiles, TestTwoStepsGoBack",
	"publish recoverOld":   "renames the site set aside to a public folder that is not there: TestBeginAfterAKill",
	"publish removeEmpty":  "removes a public folder with nothing in it but the same .gitignore: TestBeginAfterAKill",
	"publish link":         "writes a copy into the stage, where keepForeign and claim have made sure that nothing is: TestForeignFiles",
	"publish keepForeign":  "sets the mode of folders of the stage: TestForeignFilesStayAsTheyAre",
	"publish put":          "sets the mode of a file of the stage that it has just made: TestModes",
	"publish makeFolder":   "sets the mode of a folder of the stage that it has just made: TestModes",
	"deploy Deploy":        "writes and removes a temporary folder with the mark; at the place, see send and remove: TestBrokenLine, TestPlan",
	"deploy look":          "removes a temporary folder for rsync: TestRsync",
	"deploy remove":        "removes a temporary folder for rsync; at the place what Plan.Remove names: TestRsync, TestS3, TestPlan",
	"rename Apply":         "replaces and moves the files of the plan, which are as they were read: rename.TestRename, rename.TestRenameIsWholeOrNothing",
	"generator resume":     "finishes or takes back a change that was interrupted: save.TestSaveIsFinished, save.TestResumeLeavesAChangedFile, save.TestResumeRefusesForeignNames",
	"generator ci":         "makes publish.sh, which it has just written, executable: TestRecipesRun",
	"save place":           "renames the new form of a file over it, which is as it was read: save.TestAllIsAllOrNothing, save.TestAppendTouchesOneFile, save.TestReplaceLeavesAChangedFile, save.TestResumeLeavesAChangedFile",
	"save leave":           "removes a file that has moved, where it is as it was read: save.TestAllIsAllOrNothing, save.TestResumeLeavesAChangedFile",
	"save Resume":          "removes the journal of an All that was killed: save.TestSaveIsFinished, save.TestReadJournal, save.TestResumeRefusesWhatIsNoJournal",
	"save remove":          "removes what its callers, all of them here, know to be theirs",
	"save close":           "removes the journal that it has made: save.TestAllIsAllOrNothing",
	"save discard":         "removes what All has written beside the files, and its empty folders: save.TestAllIsAllOrNothing, save.TestSaveIsFinished, save.TestResumeRefusesForeignNames",
	"save restore":         "removes a new file that All has made: save.TestSaveUndoes",
	"save create":          "removes the new file that it has just made: save.TestAppendTouchesOneFile",
	"save Create":          "removes the new file that it has just made: TestCreate",
	"draft Write":          "writes anew what drafts have written: the review and the list of files; nothing else that is there: draft.TestWriteReview, draft.TestWriteKeepsFiles",
	"bulletin Save":        "replaces files of a site by forms with new lines, where they are as they were read: bulletin.TestSaveLeavesAChangedFile",
	"generator edition":    "adds the lines of a new edition to files of a site: save.TestAllIsAllOrNothing, save.TestAppendTouchesOneFile",
	"generator commitment": "adds a task to commitments.toml: save.TestAppendTouchesOneFile",
	"generator writeForm":  "makes a new workbook by save.Create: save.TestCreate",
	"generator writeText":  "makes a new text by save.Create: save.TestCreate",
	"generator writeTheme": "finishes or takes back a theme whose writing was killed, as save.Resume: TestScripts/resume",
	"synth Write":          "writes made-up sites for benchmarks into a work folder: bench.TestClaim",
	"testsite Unpack":      "writes the files of an archive into a folder of a test: build.TestRebuildIsABuild",
	"bench claim":          "writes its mark into an empty folder: bench.TestClaim",
	"bench site":           "removes a site of a run before in the work folder: bench.TestClaim",
	"bench setAside":       "renames a built site in the work folder: bench.TestFloorWritesTheSameFiles",
	"bench measureSite":    "removes what setAside put into the work folder: bench.TestClaim",
	"bench writeAll":       "writes into a new folder of the work folder: bench.TestFloorWritesTheSameFiles",
	"bench copySite":       "removes the content of a site in the work folder: bench.TestClaim",
	"bench copyFile":       "writes into the work folder: bench.TestClaim",
	"bench writeHugoSite":  "writes into the work folder: bench.TestClaim",
	"golden Compare":       "writes a kept file of a test, when UPDATE is set and CI is not: golden.TestUpdates, golden.TestCompareWrites",
}

// removing are the functions and methods that can take a file away, write over it, or
// change who may use it.
var removing = map[string]bool{
	"Remove": true, "RemoveAll": true, "Rename": true, "WriteFile": true, "Create": true,
	"Chmod": true, "Renameat2": true, "RenamexNp": true,
}

// replacing are the functions of package save that put a new form in the place of a
// file: who calls them is responsible for which files these are.
var replacing = map[string]bool{"All": true, "Replace": true, "Append": true, "Resume": true}

// Every function of the program that removes, renames or writes over files is known.
// What npm does to templates/node_modules, which is its own, is not ours to say.
func TestRemovalsAreKnown(t *testing.T) {
	found := map[string]bool{}
	for pattern, name := range map[string]string{"*.go": "generator", "internal/*/*.go": "", "bench/*.go": "bench"} {
		for _, f := range parseAll(t, pattern) {
			for _, d := range f.Decls {
				if fn, ok := d.(*ast.FuncDecl); ok && removes(fn) {
					found[cmp.Or(name, f.Name.Name)+" "+fn.Name.Name] = true
				}
			}
		}
	}
	want, got := slices.Sorted(maps.Keys(removals)), slices.Sorted(maps.Keys(found))
	if d := gocmp.Diff(want, got); d != "" {
		t.Errorf("functions that remove files (- of the table, + of the code):\n%s", d)
	}
}

func removes(fn *ast.FuncDecl) (found bool) {
	ast.Inspect(fn, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			sel, ok := call.Fun.(*ast.SelectorExpr)
			found = found || isOf(call.Fun, "remove") || ok && (removing[sel.Sel.Name] || isOf(sel.X, "save") && replacing[sel.Sel.Name] || sel.Sel.Name == "Truncate" && isOf(sel.X, "os"))
		}
		return !found
	})
	return found
}

// isOf reports whether a selector is of a package: files of os are no buffers, which are
// cut short too.
func isOf(x ast.Expr, pkg string) bool {
	id, ok := x.(*ast.Ident)
	return ok && id.Name == pkg
}
