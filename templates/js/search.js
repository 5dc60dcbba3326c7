// Searches sections, indicators and commitments. The index is loaded when the
// reader first types; the words stand in the address, so that a search can be
// shared. Han text has no spaces, so it is cut into pairs of characters, and
// what is found must hold the words as they were typed.
{
  const form = document.querySelector("[data-search]");
  const input = form.elements.q;
  const list = document.querySelector("[data-results]");
  const status = document.querySelector("[data-search-status]");
  const { index, library, root } = form.dataset;
  const most = 50;

  const folded = (text) => text.normalize("NFKC").toLowerCase();

  // cut gives the words of Latin letters and digits, and the pairs of Han
  // characters; one character alone stands for itself.
  const cut = (text) => {
    const tokens = [];
    for (const [word] of folded(text).matchAll(/\p{Script=Han}+|[\p{L}\p{N}.%]+/gu)) {
      if (!/\p{Script=Han}/u.test(word)) {
        tokens.push(word);
        continue;
      }
      const chars = [...word];
      if (chars.length === 1) {
        tokens.push(word);
      }
      for (let n = 0; n + 1 < chars.length; n++) {
        tokens.push(chars[n] + chars[n + 1]);
      }
    }
    return tokens;
  };

  let loading;
  const load = () => {
    loading ??= Promise.all([
      import(new URL(library, document.baseURI)),
      fetch(index).then((answer) => {
        if (!answer.ok) {
          throw new Error(answer.status);
        }
        return answer.json();
      }),
    ]).then(async ([{ default: MiniSearch }, docs]) => {
      const engine = new MiniSearch({
        idField: "id",
        fields: ["t", "x"],
        tokenize: cut,
        processTerm: (term) => term,
        searchOptions: { boost: { t: 4 }, combineWith: "AND", prefix: true },
      });
      docs.forEach((doc, id) => {
        doc.id = id;
      });
      await engine.addAllAsync(docs, { chunkSize: 500 });
      return { engine, docs: docs.map((doc) => ({ ...doc, all: folded(doc.t + "\n" + doc.x) })) };
    });
    return loading;
  };

  const find = ({ engine, docs }, words) => {
    const holds = (doc) => words.every((word) => doc.all.includes(word));
    // The index puts the nearest first; what it does not know by its tokens, such
    // as one Han character or the middle of a word, follows in the order of the
    // site.
    const near = engine.search(words.join(" ")).map(({ id }) => docs[id]).filter(holds);
    const known = new Set(near);
    return near.concat(docs.filter((doc) => !known.has(doc) && holds(doc)));
  };

  // marked is a text with the words in <mark>, cut to the part around the first.
  const marked = (text, words, width) => {
    const low = folded(text);
    const whole = low.length === text.length; // else places differ: nothing is marked
    let from = 0;
    if (width && text.length > width) {
      const at = Math.min(...words.map((word) => low.indexOf(word)).filter((n) => n >= 0), text.length);
      from = whole && at < text.length ? Math.max(0, at - width / 3) : 0;
    }
    const to = width ? Math.min(text.length, from + width) : text.length;
    const fragment = document.createDocumentFragment();
    if (from > 0) {
      fragment.append("…");
    }
    let at = from;
    while (at < to) {
      let next = to;
      let length = 0;
      for (const word of whole ? words : []) {
        const n = low.indexOf(word, at);
        if (n >= 0 && n + word.length <= to && n < next) {
          next = n;
          length = word.length;
        }
      }
      fragment.append(text.slice(at, next));
      if (length) {
        const mark = document.createElement("mark");
        mark.textContent = text.slice(next, next + length);
        fragment.append(mark);
      }
      at = next + length || to;
      if (!length) {
        break;
      }
    }
    if (to < text.length) {
      fragment.append("…");
    }
    return fragment;
  };

  const item = (doc, words) => {
    const li = document.createElement("li");
    const link = document.createElement("a");
    link.href = root + doc.u;
    link.append(marked(doc.t, words, 0));
    const kind = document.createElement("span");
    kind.className = "kind";
    kind.textContent = doc.k;
    const text = document.createElement("p");
    text.append(marked(doc.x, words, 110));
    li.append(kind, link, text);
    return li;
  };

  let turn = 0;
  const search = async () => {
    const words = folded(input.value).split(/\s+/).filter(Boolean);
    const mine = ++turn;
    const query = input.value.trim();
    history.replaceState(null, "", query ? "?q=" + encodeURIComponent(query) : location.pathname);
    if (!words.length) {
      list.replaceChildren();
      status.textContent = "";
      return;
    }
    let found;
    try {
      found = find(await load(), words);
    } catch {
      status.textContent = status.dataset.failed;
      loading = undefined;
      return;
    }
    if (mine !== turn) {
      return; // the reader has typed on
    }
    list.replaceChildren(...found.slice(0, most).map((doc) => item(doc, words)));
    status.textContent = found.length
      ? (found.length > most ? status.dataset.more : status.dataset.found).replace("{n}", found.length).replace("{most}", most)
      : status.dataset.none;
  };

  // Arrow keys go through the results and back to the box.
  document.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (!step || !links.length || (at < 0 && document.activeElement !== input)) {
      return;
    }
    event.preventDefault();
    (links[at + step] ?? input).focus();
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  input.addEventListener("input", search);
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  if (input.value) {
    search();
  }
}
