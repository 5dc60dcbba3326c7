package draw

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// boiled is what is left of an option, as a reader can check it.
type boiled struct {
	Lying  bool
	Names  []string
	Traces []string
	Values [][]any
}

// TestSketch says what the fallback makes of options, and of which it keeps its
// hands: it must never draw a target as if it were a result.
func TestSketch(t *testing.T) {
	for _, c := range []struct {
		name, option string
		want         *boiled // nil: nothing is drawn
	}{
		{
			"bars with gaps", `{"xAxis":{"type":"category","data":["2020","2021"]},"yAxis":{},
				"series":[{"type":"bar","name":"结果","data":[588,"-"]}]}`,
			&boiled{false, []string{"2020", "2021"}, []string{"bar 结果"}, [][]any{{588.0, nil}}},
		},
		{
			"values in objects, null and text", `{"xAxis":[{"type":"category","data":["1月","2月","3月"]}],"yAxis":[{}],
				"series":[{"type":"line","data":[{"value":null},{"value":"8.5"},{"value":8}]}]}`,
			&boiled{false, []string{"1月", "2月", "3月"}, []string{"line "}, [][]any{{nil, 8.5, 8.0}}},
		},
		{
			"a target line", `{"xAxis":{"type":"category","data":["a","b"]},"yAxis":{},
				"series":[{"type":"line","data":[1,2],"markLine":{"data":[{"yAxis":3}]}}]}`,
			&boiled{false, []string{"a", "b"}, []string{"line ", "line 3"}, [][]any{{1.0, 2.0}, {3.0, 3.0}}},
		},
		{
			"a line between two points is left out", `{"xAxis":{"type":"category","data":["a"]},"yAxis":{},
				"series":[{"type":"scatter","data":[1],"markLine":{"data":[[{"coord":[0,1]},{"coord":[0,2]}]]}}]}`,
			&boiled{false, []string{"a"}, []string{"scatter "}, [][]any{{1.0}}},
		},
		{
			"lying bars, the first on top", `{"xAxis":{"type":"value"},"yAxis":{"type":"category","inverse":true,"data":["first","second"]},
				"series":[{"type":"bar","data":[1,2]}]}`,
			&boiled{true, []string{"second", "first"}, []string{"bar "}, [][]any{{2.0, 1.0}}},
		},
		{
			"points on an axis of figures", `{"xAxis":{"type":"value"},"yAxis":{"type":"value"},
				"series":[{"type":"line","data":[[2024,3],[2020,1]]}]}`,
			&boiled{false, []string{"2020", "2024"}, []string{"line "}, [][]any{{1.0, 3.0}}},
		},
		{"a bullet", `{"xAxis":{"type":"value"},"yAxis":{"type":"category","data":[""]},
			"series":[{"type":"bar","data":["-"],"markLine":{"data":[{"xAxis":1800}]}}]}`, nil},
		{"targets beside lying bars", `{"xAxis":{"type":"value"},"yAxis":{"type":"category","data":["a"]},
			"series":[{"type":"bar","data":[1]},{"type":"scatter","data":[[2,0]]}]}`, nil},
		{"several panels", `{"xAxis":[{"type":"value"},{"type":"value","gridIndex":1}],"yAxis":[{"type":"category","data":["a"]},{"type":"category","data":["b"],"gridIndex":1}],
			"series":[{"type":"bar","data":[1]}]}`, nil},
		{"only gaps", `{"xAxis":{"type":"category","data":["a"]},"yAxis":{},"series":[{"type":"bar","data":["-"]}]}`, nil},
		{"nothing", `{}`, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			o, err := readOption([]byte(c.option))
			if err != nil {
				t.Fatal(err)
			}
			var got *boiled
			if s, ok := newSketch(o); ok {
				got = &boiled{Lying: s.lying, Names: s.names}
				for _, tr := range s.traces {
					got.Traces = append(got.Traces, tr.kind+" "+tr.name)
					var values []any
					for _, v := range tr.values {
						if v == nil {
							values = append(values, nil)
						} else {
							values = append(values, *v)
						}
					}
					got.Values = append(got.Values, values)
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// What the fallback has no form for is left out and counted, not an error.
func TestOmitted(t *testing.T) {
	bullet := bar(t)
	bullet.ID = "chart-bullet"
	bullet.Option = []byte(`{"xAxis":{"type":"value"},"yAxis":{"type":"category","data":[""]},"series":[{"type":"bar","data":["-"],"markLine":{"data":[{"xAxis":1800}]}}]}`)
	pictures, stats := mustAll(t, []Job{bar(t), bullet}, Options{})
	if want := (Stats{Fallback: 1, Omitted: 1}); stats != want || pictures[0] == nil || pictures[1] != nil {
		t.Errorf("%+v, want %+v", stats, want)
	}
}
