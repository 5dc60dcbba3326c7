package theme

import (
	"html/template"
	"io"
	"text/template/parse"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
)

// Names of templates that the program itself runs.
const (
	Base  = "base"  // the frame of a page
	Embed = "embed" // the frame of a page within the frame of another site
	Alone = "alone" // a page that nothing belongs to: no style, no script, no link
	main  = "main"  // a page's own content
)

// Execute runs the template of a page in one of the frames, [Base], [Embed] or [Alone]. A
// fault of the template is a [FaultError].
func (t *Theme) Execute(w io.Writer, l model.Lang, k address.Kind, frame string, view any) error {
	if err := t.layouts[l][k].ExecuteTemplate(w, frame, view); err != nil {
		return FaultError{t.fault(err, dir+"/"+pageFile(k))}
	}
	return nil
}

// loadLayouts parses the templates, for each language with its texts bound to
// them, and checks what can be checked before they run.
func (l *loader) loadLayouts(t *Theme) {
	shared := append([]string{"base.html"}, l.list("partials", ".html")...)
	for _, name := range shared {
		l.loadSource(t, name)
	}
	for _, k := range address.Kinds() {
		l.loadSource(t, pageFile(k))
	}
	if diag.Errors(l.diags) > 0 || l.err != nil {
		return // texts or templates are missing: what follows would only repeat it
	}
	t.layouts = map[model.Lang]map[address.Kind]*template.Template{}
	for lang, texts := range t.texts {
		common := template.New(dir).Funcs(template.FuncMap{"t": texts.Text}).Option("missingkey=error")
		for _, name := range shared {
			l.parse(t, common, name)
		}
		t.layouts[lang] = map[address.Kind]*template.Template{}
		for _, k := range address.Kinds() {
			set := template.Must(common.Clone()) // fails only after it has run
			if l.parse(t, set, pageFile(k)) {
				l.inspect(t, set, k, texts)
				setTexts(set, texts)
				t.layouts[lang][k] = set
			}
		}
	}
}

// pageFile is the file of a kind of page.
func pageFile(k address.Kind) string { return "pages/" + string(k) + ".html" }

func (l *loader) at(name string) diag.Pos { return diag.Pos{File: l.shown(name)} }

func (l *loader) loadSource(t *Theme, name string) {
	if data, ok := l.read(name); ok {
		t.sources[l.shown(name)] = string(data)
	}
}

// parse adds a file to a set. The file's own name becomes a template too, with
// what stands outside its definitions.
func (l *loader) parse(t *Theme, set *template.Template, name string) bool {
	if _, err := set.New(l.shown(name)).Parse(t.sources[l.shown(name)]); err != nil {
		l.report(t.fault(err, l.shown(name)))
		return false
	}
	return true
}

// inspect reports calls of templates and texts that do not exist, which would
// otherwise show only on the page that comes to them.
func (l *loader) inspect(t *Theme, set *template.Template, k address.Kind, texts *message.Catalogue) {
	if set.Lookup(main) == nil {
		l.report(NoTemplate.At(l.at(pageFile(k)), main))
		return // base calls it: saying so once is enough
	}
	if set.Lookup(Base) == nil {
		l.report(NoTemplate.At(l.at("base.html"), Base))
	}
	for _, tmpl := range set.Templates() {
		if tmpl.Tree == nil {
			continue
		}
		walk(tmpl.Tree.Root, func(n parse.Node) {
			pos := func() diag.Pos {
				place, _ := tmpl.Tree.ErrorContext(n)
				return t.position(place)
			}
			switch n := n.(type) {
			case *parse.TemplateNode:
				if set.Lookup(n.Name) == nil {
					l.report(NoTemplate.At(pos(), n.Name))
				}
			case *parse.CommandNode:
				if id, ok := messageOf(n); ok {
					if !texts.Has(id) {
						l.report(UnknownMessage.At(pos(), id))
					}
				}
			}
		})
	}
}

// setTexts puts the texts of the interface into the templates of a set where
// they take no arguments: they are the same on every page, and looking them up
// each time is a third of the work of a page. Templates use texts as content
// and in quoted attributes only, where escaping them for HTML is right; a page
// has no inline script or style.
func setTexts(set *template.Template, texts *message.Catalogue) {
	for _, tmpl := range set.Templates() {
		if tmpl.Tree == nil {
			continue
		}
		walk(tmpl.Tree.Root, func(n parse.Node) {
			list, ok := n.(*parse.ListNode)
			if !ok {
				return
			}
			for at, kid := range list.Nodes {
				action, ok := kid.(*parse.ActionNode)
				if !ok || len(action.Pipe.Cmds) != 1 || len(action.Pipe.Decl) > 0 || len(action.Pipe.Cmds[0].Args) != 2 {
					continue
				}
				if id, ok := messageOf(action.Pipe.Cmds[0]); ok {
					text, _ := texts.Plain(id) // inspect has reported what is not there
					list.Nodes[at] = &parse.TextNode{NodeType: parse.NodeText, Pos: action.Pos, Text: []byte(template.HTMLEscapeString(text))}
				}
			}
		})
	}
}

// messageOf is the id of a call {{t "id" …}}.
func messageOf(n *parse.CommandNode) (id string, ok bool) {
	if len(n.Args) < 2 {
		return "", false
	}
	f, isFunc := n.Args[0].(*parse.IdentifierNode)
	s, isText := n.Args[1].(*parse.StringNode)
	if !isFunc || !isText || f.Ident != "t" {
		return "", false
	}
	return s.Text, true
}

// walk visits a node of a template and all in it.
func walk(n parse.Node, visit func(parse.Node)) {
	pipe := func(p *parse.PipeNode) {
		if p != nil {
			walk(p, visit)
		}
	}
	branch := func(b *parse.BranchNode) {
		pipe(b.Pipe)
		for _, list := range []*parse.ListNode{b.List, b.ElseList} {
			if list != nil {
				walk(list, visit)
			}
		}
	}
	visit(n)
	switch n := n.(type) {
	case *parse.ListNode:
		for _, kid := range n.Nodes {
			walk(kid, visit)
		}
	case *parse.ActionNode:
		pipe(n.Pipe)
	case *parse.TemplateNode:
		pipe(n.Pipe)
	case *parse.IfNode:
		branch(&n.BranchNode)
	case *parse.RangeNode:
		branch(&n.BranchNode)
	case *parse.WithNode:
		branch(&n.BranchNode)
	case *parse.PipeNode:
		for _, c := range n.Cmds {
			walk(c, visit)
		}
	case *parse.CommandNode:
		for _, arg := range n.Args {
			walk(arg, visit)
		}
	}
}
