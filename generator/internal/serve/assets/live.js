// Listens to the dev server: reloads the page when its own bytes changed, and
// shows what is wrong with the content over the page that was good.
const script = document.querySelector("script[data-page][data-version]");
const { page, hash } = script.dataset;
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

const events = new EventSource("/_reportsite/events?page=" + encodeURIComponent(page));
events.onmessage = (event) => {
  const now = JSON.parse(event.data);
  const broken = now.faults?.some((f) => f.level === "error");
  if (!broken && now.hash !== hash) {
    sessionStorage.setItem(place, String(scrollY));
    location.reload();
    return;
  }
  show(now.faults);
};
