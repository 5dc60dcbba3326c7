// Listens to the dev server: shows the page anew when its own bytes changed,
// and what is wrong with the content over the page that was good.
const script = document.querySelector("script[data-page][data-version]");
const { page } = script.dataset;
let { hash } = script.dataset;
const place = "reportsite-scroll:" + page;

// A reload must not lose the place: the browser restores it only for pages of
// the same height.
const kept = sessionStorage.getItem(place);
if (kept !== null) {
  sessionStorage.removeItem(place);
  addEventListener("load", () => scrollTo({ top: Number(kept), behavior: "instant" }));
}

function element(name, text, cls) {
  const e = document.createElement(name);
  e.textContent = text;
  if (cls) e.className = cls;
  return e;
}

function show(faults) {
  document.querySelector(".reportsite-overlay")?.remove();
  if (!faults?.length) return;
  const box = element("section", "", "reportsite-overlay");
  box.setAttribute("role", "alert");
  const close = element("button", "×", "reportsite-close");
  close.setAttribute("aria-label", "关闭 / close");
  close.addEventListener("click", () => box.remove());
  box.append(close);
  const list = document.createElement("ol");
  for (const f of faults) {
    const item = document.createElement("li");
    item.className = "reportsite-" + f.level;
    if (f.place) item.append(element("code", f.place, "reportsite-place"));
    item.append(element("p", f.message));
    if (f.line) item.append(element("pre", f.line));
    if (f.hint) item.append(element("p", f.hint, "reportsite-hint"));
    list.append(item);
  }
  box.append(list);
  document.body.append(box);
}

// heads are the files that a page loads: when they are the same, only the body
// has to be replaced, which is quicker than a reload and keeps the place.
const heads = (doc) =>
  [...doc.querySelectorAll("head link, head script, head meta")]
    .map((e) => e.outerHTML)
    .filter((text) => !text.includes("_reportsite"))
    .join();

async function renew(next) {
  const answer = await fetch(location.href, { cache: "no-store" });
  const doc = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (heads(doc) !== heads(document)) {
    sessionStorage.setItem(place, String(scrollY));
    location.reload();
    return;
  }
  hash = next;
  document.title = doc.title;
  document.body.replaceChildren(...doc.body.childNodes);
  // Scripts of a parsed text do not run: those of the page are started again.
  for (const old of document.querySelectorAll("body script[src], head script[defer][src]")) {
    const fresh = document.createElement("script");
    for (const { name, value } of old.attributes) fresh.setAttribute(name, value);
    old.replaceWith(fresh);
  }
}

const events = new EventSource("/_reportsite/events?page=" + encodeURIComponent(page));
events.onmessage = async (event) => {
  const now = JSON.parse(event.data);
  const broken = now.faults?.some((f) => f.level === "error");
  if (!broken && now.hash !== hash) await renew(now.hash);
  show(now.faults);
};
