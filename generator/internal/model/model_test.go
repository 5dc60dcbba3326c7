package model

import "testing"

func TestParsePeriod(t *testing.T) {
	for _, c := range []struct {
		in       string
		ok       bool
		months   int
		endMonth int
		end      string
	}{
		{"2024", true, 12, 12, "2024-12-31"},
		{"2024-H1", true, 6, 6, "2024-06-30"},
		{"2024-Q3", true, 3, 9, "2024-09-30"},
		{"2024-02", true, 1, 2, "2024-02-29"},
		{"2023-02", true, 1, 2, "2023-02-28"},
		{in: ""}, {in: "24"}, {in: "2024-"}, {in: "2024-13"}, {in: "2024-00"}, {in: "2024-6"},
		{in: "2024-Q5"}, {in: "2024-H0"}, {in: "2024-Q03"}, {in: "2024-+1"}, {in: "2024-H+1"}, {in: "２０２４"},
	} {
		p, err := ParsePeriod(c.in)
		if (err == nil) != c.ok {
			t.Errorf("ParsePeriod(%q) error = %v, want ok %t", c.in, err, c.ok)
			continue
		}
		if !c.ok {
			if !p.IsZero() {
				t.Errorf("ParsePeriod(%q) = %v with an error", c.in, p)
			}
			continue
		}
		if p.String() != c.in || p.Months() != c.months || p.EndMonth() != c.endMonth || p.End().String() != c.end {
			t.Errorf("%q: %v, %d months, ends in month %d on %v", c.in, p, p.Months(), p.EndMonth(), p.End())
		}
	}
}

func FuzzParsePeriod(f *testing.F) {
	for _, s := range []string{"2024", "2024-H2", "2024-Q4", "2024-12", "-", "2024-Q"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParsePeriod(s)
		if err != nil {
			return
		}
		if again, err := ParsePeriod(p.String()); err != nil || again != p {
			t.Errorf("ParsePeriod(%q) = %v, again %v, %v", s, p, again, err)
		}
	})
}

func TestPeriodsSortByTheirEnd(t *testing.T) {
	want := []string{"2023", "2024-01", "2024-03", "2024-Q1", "2024-06", "2024-Q2", "2024-H1", "2024-12", "2024-Q4", "2024-H2", "2024"}
	for i := 1; i < len(want); i++ {
		a, _ := ParsePeriod(want[i-1])
		b, _ := ParsePeriod(want[i])
		if a.Compare(b) >= 0 || b.Compare(a) <= 0 {
			t.Errorf("%v does not come before %v", a, b)
		}
	}
}

func TestTextFallsBack(t *testing.T) {
	for _, c := range []struct {
		t    Text
		l    Lang
		want string
	}{
		{Text{Zh: "目标", En: "target"}, English, "target"},
		{Text{Zh: "目标", En: "target"}, Chinese, "目标"},
		{Text{Zh: "目标"}, English, "目标"},
		{Text{En: "target"}, Chinese, "target"},
	} {
		if got := c.t.In(c.l); got != c.want {
			t.Errorf("%+v in %s = %q, want %q", c.t, c.l, got, c.want)
		}
	}
}

func TestParseDate(t *testing.T) {
	if d, err := ParseDate("2024-02-29"); err != nil || d.String() != "2024-02-29" {
		t.Errorf("%v, %v", d, err)
	}
	for _, bad := range []string{"", "2023-02-29", "2024-2-9", "2024-01-01T00:00:00Z"} {
		if d, err := ParseDate(bad); err == nil || !d.IsZero() {
			t.Errorf("ParseDate(%q) = %v, %v", bad, d, err)
		}
	}
}
