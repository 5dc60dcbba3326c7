// Searches sections, indicators and commitments. The index is loaded when the
// reader first types; the words stand in the address, so that a search can be
// shared. Han text has no spaces, so it is cut into pairs of characters, and
// what is found must hold the words as they were typed.
{
  const form = document.querySelector("[data-search]");
  const input = form.elements.q;
  const list = document.querySelector("[data-results]");
  const status = document.querySelector("[data-search-status]");
  const { index, library, characters, root } = form.dataset;
  const most = 50; // results that are shown
  const few = 10; // of those that are only similar
  const ahead = 6; // parts of the texts that are on their way at once

  // simple has the simplified character of each traditional one. Both are found by
  // either, and a text keeps its length.
  let simple = new Map();
  let traditional = /(?!)/g;
  const learn = (pairs) => {
    simple = new Map(pairs.split("|").map((pair) => pair.split(" ")).filter((pair) => pair.every((text) => text.length === 1)));
    traditional = new RegExp("[" + [...simple.keys()].join("") + "]", "g");
  };

  const folded = (text) => text.normalize("NFKC").toLowerCase().replace(traditional, (han) => simple.get(han));

  // plain is a folded text whose numbers have no marks between thousands.
  const plain = (text) => folded(text).replace(/(\d),(?=\d{3})/g, "$1");

  // wordsOf are what the reader typed, without the marks between and around: all
  // of them must stand in what is found.
  const wordsOf = (query) => plain(query).split(/[\s"'“”‘’「」『』《》〈〉()[\]{}【】，。、,;:!?…]+/).filter(Boolean);

  // cut gives the words of Latin letters and digits, and the pairs of Han
  // characters; one character alone stands for itself.
  const cut = (text) => {
    const tokens = [];
    for (const [word] of folded(text).matchAll(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}.%])+/gu)) {
      const chars = [...word];
      if (chars.length === 1 || !/\p{Script=Han}/u.test(word)) {
        tokens.push(word);
        continue;
      }
      for (let n = 0; n + 1 < chars.length; n++) {
        tokens.push(chars[n] + chars[n + 1]);
      }
    }
    return tokens;
  };

  // run loads a classic script: a browser loads nothing else for a page that was
  // opened from a disk.
  const run = (address) =>
    new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = done;
      script.onerror = () => fail(new Error(address));
      document.head.append(script);
    });

  // get loads a file of the search data, which hands itself over by its name.
  const handed = {};
  globalThis.searchData = (name, data) => (handed[name] = data);
  const get = async (name) => {
    await run(new URL(name + ".js", new URL(index, document.baseURI)));
    return handed[name];
  };

  // load gives the library's index and all places. Of a large site the index has
  // the titles, and the places have the beginnings of their texts: whole texts
  // come in parts, see whole.
  let loading;
  const load = () => {
    loading ??= Promise.all([get("index"), run(library), characters && run(characters)]).then(
      async ([{ docs, parts = [] }]) => {
        const { MiniSearch, HanCharacters } = globalThis;
        if (HanCharacters) {
          learn(HanCharacters.default);
        }
        docs.forEach((doc, id) => {
          doc.id = id;
          doc.title = plain(doc.t);
          doc.head = [doc.title, doc.p, doc.o].join("\n");
          doc.all = plain(doc.head + "\n" + doc.x);
        });
        const engine = new MiniSearch.default({
          fields: parts.length ? ["t", "o", "p"] : ["t", "o", "p", "x"],
          tokenize: cut,
          processTerm: (term) => term,
          searchOptions: {
            boost: { t: 4, o: 2, p: 0.2 },
            boostDocument: (id) => (docs[id].u.includes("indicators/") ? 1.5 : docs[id].p ? 1 : 1.25),
            combineWith: "AND",
            prefix: true,
            weights: { prefix: 0.8, fuzzy: 0 }, // clusters is what cluster looks for
          },
        });
        await engine.addAllAsync(docs, { chunkSize: 2000 });
        return { engine, docs, parts: parts.map((from, n) => ({ from, to: parts[n + 1], file: `text-${n}` })) };
      },
    );
    return loading;
  };

  // whole loads the texts of a part, once, and gives its places.
  const whole = (part, docs) => {
    const places = docs.slice(part.from, part.to);
    part.loading ??= get(part.file).then((texts) => {
      texts.forEach((text, n) => {
        places[n].x = text;
        places[n].all = plain(places[n].head + "\n" + text);
      });
      part.loaded = true;
    });
    part.loading.catch(() => (part.loading = undefined)); // the next search tries again
    return part.loading.then(() => places);
  };

  // find gives what holds all words: at once what the index and the texts that
  // are there have, then, as long as that is little, what each further part has.
  // The nearest come first. What the index does not know by its tokens, such as
  // one Han character or the middle of a word, follows in the order of the site.
  async function* find({ engine, docs, parts }, words) {
    const holds = (doc) => words.every((word) => doc.all.includes(word));
    const titled = (doc) => words.every((word) => doc.title.includes(word));
    const found = new Set();
    const add = (list) => list.forEach((doc) => found.add(doc));
    const near = engine.search(words.join(" ")).map(({ id }) => docs[id]).filter(holds);
    add(near.filter(({ title }) => title === words.join(" ")));
    add(near.filter(titled));
    add(docs.filter(titled));
    add(near);
    add(docs.filter(holds));
    const missing = parts.filter(({ loaded }) => !loaded);
    yield { found, more: missing.length > 0 };
    for (let n = 0; n < missing.length && found.size < most; n++) {
      missing.slice(n, n + ahead).forEach((part) => whole(part, docs));
      add((await whole(missing[n], docs)).filter(holds));
      yield { found, more: n + 1 < missing.length };
    }
    if (!found.size) {
      // Nothing holds the words as they were typed: a third of their pairs will do.
      const tokens = cut(words.join(" "));
      const some = engine.search(words.join(" "), { combineWith: "OR" })
        .filter(({ queryTerms }) => 3 * queryTerms.length >= tokens.length).slice(0, few);
      add(some.map(({ id }) => docs[id]));
      yield { found, words: tokens, similar: true };
    }
  }

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

  // element makes an element that holds a text in the language that it is in.
  const element = (name, className, text, words, width) => {
    const made = document.createElement(name);
    if (className) {
      made.className = className;
    }
    const english = !/\p{Script=Han}/u.test(text);
    if (english !== (document.documentElement.lang === "en") && /\p{L}{2}/u.test(text)) {
      made.lang = english ? "en" : "zh-CN";
    }
    made.append(marked(text, words, width));
    return made;
  };

  const item = (doc, words) => {
    const li = document.createElement("li");
    const link = document.createElement("a");
    link.href = root + doc.u;
    if (doc.p) {
      link.append(element("span", "", doc.p, words, 0), " › ");
    }
    link.append(element("span", "", doc.t, words, 0));
    li.append(element("span", "kind", doc.k, [], 0), link);
    const shown = folded([doc.p, doc.t, doc.x].join("\n"));
    if (doc.o && words.some((word) => !shown.includes(word) && folded(doc.o).includes(word))) {
      li.append(element("span", "other", doc.o, words, 0));
    }
    if (doc.x) {
      li.append(element("p", "", doc.x, words, 110));
    }
    return li;
  };

  const say = (text, n) => {
    status.textContent = text.replace("{n}", n).replace("{most}", most);
  };

  let turn = 0;
  const search = async () => {
    const mine = ++turn;
    const query = input.value.trim();
    history.replaceState(null, "", query ? "?q=" + encodeURIComponent(query) : location.pathname);
    let first = true;
    let last = { found: new Set() };
    list.setAttribute("aria-busy", "true");
    let words = wordsOf(input.value);
    try {
      const site = words.length && (await load());
      words = wordsOf(input.value); // in the characters that load has brought
      for await (last of words.length ? find(site, words) : []) {
        if (mine !== turn) {
          return; // the reader has typed on
        }
        if (first) {
          list.textContent = "";
          first = false;
        }
        list.append(...[...last.found].slice(list.children.length, most).map((doc) => item(doc, last.words ?? words)));
        if (last.more && last.found.size < most) {
          say(status.dataset.busy);
        }
      }
    } catch {
      loading = undefined;
      if (mine === turn) {
        say(status.dataset.failed);
      }
      return;
    } finally {
      if (mine === turn) {
        list.setAttribute("aria-busy", "false");
      }
    }
    if (!words.length) {
      list.textContent = "";
      say("");
    } else if (last.similar) {
      say(last.found.size ? status.dataset.similar : status.dataset.none);
    } else if (last.found.size > most || last.more) {
      say(last.more ? status.dataset.many : status.dataset.more, last.found.size);
    } else {
      say(status.dataset.found, last.found.size);
    }
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
  // While an input method composes, what stands in the box is no word yet.
  input.addEventListener("input", ({ isComposing }) => isComposing || search());
  input.addEventListener("compositionend", search);
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  if (input.value) {
    search();
  }
}
