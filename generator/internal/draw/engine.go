package draw

import (
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/dop251/goja"
)

//go:embed engine.js
var engineSource string

const (
	// drawingLimit ends a drawing that never comes to an end. The slowest
	// charts take a tenth of a second.
	drawingLimit = time.Minute

	// callDepth is how deep JavaScript functions may nest: ECharts stays below
	// a few hundred, endless recursion is stopped before memory runs out.
	callDepth = 5000
)

// library is the ECharts script. It is compiled once, when the first engine is
// started, and shared by all of them.
type library struct {
	digest  string // of the script, in hexadecimal
	compile func() (*goja.Program, error)
}

func readLibrary(path string) (*library, error) {
	source, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read ECharts: %w", err)
	}
	sum := sha256.Sum256(source)
	return &library{
		digest: hex.EncodeToString(sum[:]),
		compile: sync.OnceValues(func() (*goja.Program, error) {
			return goja.Compile(filepath.Base(path), string(source), false)
		}),
	}, nil
}

// engine is a JavaScript runtime with ECharts loaded.
type engine struct {
	vm         *goja.Runtime
	drawing    goja.Callable
	complaints []string // what ECharts warned of on the console
	limit      time.Duration
}

// start makes an engine that gives up a drawing after the limit.
func (l *library) start(limit time.Duration) (artist, error) {
	program, err := l.compile()
	if err != nil {
		return nil, fmt.Errorf("compile ECharts: %w", err)
	}
	e := &engine{vm: goja.New(), limit: limit}
	e.vm.SetMaxCallStackSize(callDepth)
	// ECharts looks at the clock to skip work on slow machines. With a clock
	// that stands still and dice that always fall alike, it draws the same.
	e.vm.SetTimeSource(func() time.Time { return time.Unix(0, 0) })
	e.vm.SetRandSource(func() float64 { return 0.5 })
	if err := e.load(program); err != nil {
		return nil, fmt.Errorf("start ECharts: %w", err)
	}
	return e, nil
}

func (e *engine) load(program *goja.Program) error {
	prepare, err := e.function(e.vm.RunScript("engine.js", engineSource))
	if err != nil {
		return err
	}
	connect, err := e.function(prepare(goja.Undefined(), e.vm.GlobalObject(), e.vm.ToValue(e.widthOf), e.vm.ToValue(e.complain)))
	if err != nil {
		return err
	}
	if _, err := e.vm.RunProgram(program); err != nil {
		return err
	}
	echarts := e.vm.Get("echarts")
	if echarts == nil {
		return errors.New("the script defines no echarts")
	}
	e.drawing, err = e.function(connect(goja.Undefined(), echarts))
	return err
}

func (e *engine) function(v goja.Value, err error) (goja.Callable, error) {
	if err != nil {
		return nil, err
	}
	f, ok := goja.AssertFunction(v)
	if !ok {
		return nil, fmt.Errorf("%v is no function", v)
	}
	return f, nil
}

// draw implements [artist]. The SVG is as ECharts wrote it.
func (e *engine) draw(ctx context.Context, job Job) (svg []byte, err error) {
	ctx, cancel := context.WithTimeoutCause(ctx, e.limit, fmt.Errorf("not finished after %v", e.limit))
	defer cancel()
	e.vm.ClearInterrupt()
	stop := context.AfterFunc(ctx, func() { e.vm.Interrupt(context.Cause(ctx)) })
	defer stop()
	e.complaints = nil

	v, err := e.drawing(goja.Undefined(), e.vm.ToValue(string(job.Option)), e.vm.ToValue(job.Width), e.vm.ToValue(job.Height))
	var interrupted *goja.InterruptedError
	switch {
	case errors.As(err, &interrupted):
		return nil, context.Cause(ctx)
	case err != nil:
		return nil, fmt.Errorf("ECharts: %w", err)
	case len(e.complaints) > 0:
		return nil, fmt.Errorf("ECharts: %s", strings.Join(e.complaints, "; "))
	}
	return []byte(v.String()), nil
}

// widthOf is called by ECharts with a text and a CSS font.
func (e *engine) widthOf(call goja.FunctionCall) goja.Value {
	return e.vm.ToValue(textWidth(call.Argument(0).String(), call.Argument(1).String()))
}

// complain is console.warn and console.error.
func (e *engine) complain(call goja.FunctionCall) goja.Value {
	words := make([]string, len(call.Arguments))
	for i, v := range call.Arguments {
		words[i] = v.String()
	}
	e.complaints = append(e.complaints, strings.Join(words, " "))
	return goja.Undefined()
}
