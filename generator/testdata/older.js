// Opens pages one after the other in a frame, looks at them as a reader does, and
// sends what is wrong to the test. It has to run in the oldest browser of the test:
// no optional chaining, no checkVisibility. See browser_older_test.go.
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

const seen = (e) => {
  const box = e.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && getComputedStyle(e).visibility === "visible";
};

const name = (e) => e.tagName.toLowerCase() + "." + (e.getAttribute("class") || "") + (e.id ? "#" + e.id : "");

// until waits for something that a script brings about.
const until = async (what) => {
  for (let n = 0; n < 100; n++) {
    if (what()) {
      return true;
    }
    await wait(100);
  }
  return false;
};

let errors = [];
addEventListener("message", ({ data }) => typeof data === "string" && errors.push(data));

const open = async (frame, address, width) => {
  errors = [];
  frame.width = width;
  frame.height = 900;
  const loaded = new Promise((done) => (frame.onload = done));
  frame.src = address;
  await loaded;
  return frame.contentDocument;
};

// look finds what a reader would miss or could not read.
const look = (doc) => {
  const faults = [];
  const root = doc.documentElement;
  const find = (selector) => [...doc.querySelectorAll(selector)];
  if (getComputedStyle(doc.body).display !== "flex" || getComputedStyle(doc.body).fontSize === "16px") {
    faults.push("the page has no style");
  }
  if (root.scrollWidth > root.clientWidth + 1) { // parts of a pixel add up to one
    const wide = find("body *").filter((e) => !e.closest(".table-wrap, .visually-hidden, svg") && e.getBoundingClientRect().right > root.clientWidth + 1);
    faults.push("scrolls sideways by " + (root.scrollWidth - root.clientWidth) + " px: " + wide.slice(-2).map(name).join(" "));
  }
  for (const icon of find(".icon").filter(seen)) {
    const { width, height } = icon.getBoundingClientRect();
    if (width < 8 || width > 48 || height < 8 || height > 48) {
      faults.push("an icon of " + width + " × " + height + " px");
    }
  }
  for (const place of find(".drawing")) {
    const drawings = [...place.querySelectorAll("svg")].filter(seen);
    if (drawings.length !== 1) {
      faults.push(drawings.length + " drawings of one chart");
    }
  }
  for (const e of find("h1, p, li, th, td, dd, dt, a, label")) {
    if (e.textContent.trim() && !e.closest(".visually-hidden, .skip, details, thead, legend, .filter-count") && !seen(e) && !e.closest("[hidden], .scripted, .contents .contents")) {
      faults.push("not seen: " + name(e) + " " + e.textContent.trim().slice(0, 20));
    }
  }
  for (const e of find(".main-menu a, .colophon li a")) {
    const next = e.parentElement.nextElementSibling && e.parentElement.nextElementSibling.firstElementChild;
    if (next && Math.abs(e.getBoundingClientRect().top - next.getBoundingClientRect().top) < 5 && next.getBoundingClientRect().left - e.getBoundingClientRect().right < 6) {
      faults.push("two links touch: " + e.textContent + next.textContent);
    }
  }
  if (find(".theme-switch.scripted").length) {
    faults.push("the choice of a display is not offered");
  }
  return [...new Set(faults)].slice(0, 5);
};

const choose = (doc, display) => {
  const select = doc.querySelector("[data-theme-switch]");
  select.value = display;
  select.dispatchEvent(new Event("change", { bubbles: true }));
};

(async () => {
  const report = [];
  const say = (page, width, list) => list.forEach((fault) => report.push(page + " at " + width + ": " + fault));
  try {
    const frame = document.querySelector("iframe");
    for (const page of document.body.dataset.pages.split(" ")) {
      for (const width of [360, 1100]) {
        const doc = await open(frame, page, width);
        if (!doc.querySelector("[data-theme-switch]")) {
          continue; // the frame for other sites
        }
        await wait(50);
        say(page, width, look(doc));
        choose(doc, "elder");
        say(page, width + " in large print", look(doc));
        choose(doc, "auto");
        say(page, width, errors.map((text) => "a script fails: " + text));
      }
    }
    // The live view of a chart, the filter of a list, and the search.
    const { live, list, search } = document.body.dataset;
    let doc = await open(frame, live, 800);
    const button = doc.querySelector(".live-tools button");
    if (button) {
      button.click();
    }
    if (!button || !(await until(() => doc.querySelector(".live canvas")))) {
      say(live, 800, ["the chart does not come alive"]);
    }
    say(live, 800, errors.map((text) => "a script fails: " + text));
    doc = await open(frame, list, 800);
    const box = doc.querySelector("[data-filter] [name=q]");
    box.value = "nowhere";
    box.dispatchEvent(new Event("input", { bubbles: true }));
    if ([...doc.querySelectorAll("[data-list] > tbody > tr")].some(seen)) {
      say(list, 800, ["the filter does not work"]);
    }
    say(list, 800, errors.map((text) => "a script fails: " + text));
    doc = await open(frame, search, 800);
    if (!(await until(() => doc.querySelector("[data-results] a")))) {
      say(search, 800, ["nothing is found: " + doc.querySelector("[data-search-status]").textContent]);
    }
    say(search, 800, errors.map((text) => "a script fails: " + text));
  } catch (error) {
    report.push("the test itself fails: " + error.stack);
  }
  await fetch("/report", { method: "POST", body: JSON.stringify({ agent: navigator.userAgent, report }) });
})();
