// Package compare says what changed between two states of a site's data:
// targets, published results and verdicts.
//
// It reads nothing but the published /data/indicators.json, so that a site built
// years ago can be compared with today's.
package compare

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// File is where a built site keeps its data.
const File = "data/indicators.json"

// Schema is the version of the data format that is read.
const Schema = 1

// Snapshot is the data of a site as far as it is compared.
type Snapshot struct {
	Schema     int         `json:"schema"`
	Site       Site        `json:"site"`
	Indicators []Indicator `json:"indicators"`
}

// Site names the site.
type Site struct {
	Title string `json:"title"`
	AsOf  string `json:"as_of"`
}

// Indicator is one indicator.
type Indicator struct {
	ID           string        `json:"id"`
	Name         string        `json:"name"`
	Unit         string        `json:"unit"`
	Targets      []Target      `json:"targets"`
	Observations []Observation `json:"observations"`
	Verdict      *Verdict      `json:"verdict"`
}

// Target is what is demanded for a period.
type Target struct {
	Period    string      `json:"period"`
	Op        string      `json:"op"`
	Value     json.Number `json:"value"`
	Low       json.Number `json:"low"`
	High      json.Number `json:"high"`
	Ref       string      `json:"ref"`
	Stretch   json.Number `json:"stretch"`
	AsWritten string      `json:"as_written"`
}

// Observation is one published result.
type Observation struct {
	Period   string      `json:"period"`
	Basis    string      `json:"basis"`
	Value    json.Number `json:"value"`
	Stage    string      `json:"stage"`
	Released string      `json:"released"`
	Earlier  []Earlier   `json:"earlier"`
}

// Earlier is a value that a revision replaced.
type Earlier struct {
	Value json.Number `json:"value"`
}

// Verdict is how the newest target stands.
type Verdict struct {
	Status  string `json:"status"`
	Period  string `json:"period"`
	Formula string `json:"formula"`
}

// ErrSchema says that the data is of another version.
var ErrSchema = errors.New("unknown schema")

// Parse reads the text of an indicators.json.
func Parse(data []byte) (*Snapshot, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	var s Snapshot
	if err := dec.Decode(&s); err != nil {
		return nil, fmt.Errorf("read indicators.json: %w", err)
	}
	if s.Schema != Schema {
		return nil, fmt.Errorf("read indicators.json: %w %d, this program reads %d", ErrSchema, s.Schema, Schema)
	}
	return &s, nil
}

// Open reads the data of a built site, or one indicators.json; name is a path
// within fsys.
func Open(fsys fs.FS, name string) (*Snapshot, error) {
	if !strings.HasSuffix(name, ".json") {
		if name == "." {
			name = File
		} else {
			name += "/" + File
		}
	}
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("read indicators.json: %w", err)
	}
	return Parse(data)
}
