// Filters and sorts a list of targets, or filters the tables of commitments. The state
// stands in the address, so that a link leads to the same view. Without this script the
// lists are complete.
//
// It is no module: browsers refuse modules of pages that were opened from a
// disk. The braces keep its names to itself.
{
  const form = document.querySelector("[data-filter]");
  const table = document.querySelector("[data-list]"); // one that can be sorted
  const tables = [...document.querySelectorAll("[data-list], [data-rows]")];

  if (form && tables.length) {
    const rows = tables
      .flatMap((one) => [...one.tBodies[0].rows])
      .map((row) => ({ row, text: row.querySelector("th").textContent.toLowerCase() }));
    const groups = [...document.querySelectorAll("[data-group]")];
    const count = form.querySelector("[role=status]");
    const sort = { column: -1, descending: false };

    const fields = () => [...form.elements].filter((field) => field.name);

    const apply = () => {
      const wanted = fields().filter((field) => field.value && field.name !== "q");
      const text = form.elements.q.value.trim().toLowerCase();
      let shown = 0;
      for (const { row, text: name } of rows) {
        const fits =
          name.includes(text) && wanted.every((field) => row.dataset[field.name] === field.value);
        row.hidden = !fits;
        shown += fits ? 1 : 0;
      }
      for (const group of groups) {
        group.hidden = !group.querySelector("tbody tr:not([hidden])");
      }
      count.textContent = shown ? count.dataset.text.replace("{shown}", shown) : count.dataset.empty;
    };

    const remember = () => {
      const query = new URLSearchParams();
      for (const field of fields()) {
        if (field.value) {
          query.set(field.name, field.value);
        }
      }
      if (sort.column >= 0) {
        query.set("sort", (sort.descending ? "-" : "") + sort.column);
      }
      const search = query.toString();
      try {
        history.replaceState(null, "", (search ? "?" + search : location.pathname) + location.hash);
      } catch {
        // a page from a disk keeps its address
      }
    };

    // Numbers sort as numbers and what has none comes last; words sort as the
    // language of the page does.
    const words = new Intl.Collator(document.documentElement.lang, { numeric: true });
    const compare = (a, b) => {
      const [x, y] = [a, b].map(({ row }) => row.cells[sort.column]);
      const numeric = table.tHead.rows[0].cells[sort.column].classList.contains("number");
      const empty = (cell) => (numeric ? !cell.dataset.value : !cell.textContent.trim());
      if (empty(x) || empty(y)) {
        return empty(x) - empty(y);
      }
      const order = numeric
        ? x.dataset.value - y.dataset.value
        : words.compare(x.textContent, y.textContent);
      return sort.descending ? -order : order;
    };

    const arrange = () => {
      const ordered = sort.column < 0 ? rows : [...rows].sort(compare);
      table.tBodies[0].append(...ordered.map(({ row }) => row));
      [...table.tHead.rows[0].cells].forEach((cell, column) => {
        if (column === sort.column) {
          cell.setAttribute("aria-sort", sort.descending ? "descending" : "ascending");
        } else {
          cell.removeAttribute("aria-sort");
        }
      });
    };

    const heads = table ? [...table.tHead.rows[0].cells] : [];
    heads.forEach((cell, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.title = table.dataset.sortLabel.replace("{name}", cell.textContent);
      button.append(...cell.childNodes);
      button.addEventListener("click", () => {
        sort.descending = sort.column === column && !sort.descending;
        sort.column = column;
        arrange();
        remember();
      });
      cell.append(button);
    });

    const query = new URLSearchParams(location.search);
    for (const field of fields()) {
      field.value = query.get(field.name) ?? "";
    }
    const order = /^(-?)(\d+)$/.exec(query.get("sort") ?? "");
    if (order && Number(order[2]) < heads.length) {
      sort.descending = order[1] === "-";
      sort.column = Number(order[2]);
      arrange();
    }

    form.addEventListener("input", () => {
      apply();
      remember();
    });
    form.querySelector("button").addEventListener("click", () => {
      for (const field of fields()) {
        field.value = "";
      }
      apply();
      remember();
    });
    apply();
    form.classList.remove("scripted");
  }
}
