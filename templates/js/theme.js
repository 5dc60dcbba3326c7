// The reader's choice of display: automatic, light, dark or large print. It is
// remembered, and set before the first paint. This script is no module, so
// that it runs while the head is read.
{
  const key = "display";
  const choices = ["auto", "light", "dark", "elder"];
  const root = document.documentElement;

  const remembered = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage is off: the choice holds for this page
    }
  };

  const show = (choice) => {
    if (choice === "auto") {
      delete root.dataset.theme;
    } else {
      root.dataset.theme = choice;
    }
  };

  const first = choices.includes(remembered()) ? remembered() : "auto";
  show(first);

  document.addEventListener("DOMContentLoaded", () => {
    const place = document.querySelector("[data-theme-switch]");
    if (!place) {
      return;
    }
    const label = document.createElement("label");
    label.className = "theme-switch";
    const name = document.createElement("span");
    name.textContent = place.dataset.label;
    const select = document.createElement("select");
    for (const choice of choices) {
      select.add(new Option(place.dataset[choice], choice, false, choice === first));
    }
    select.addEventListener("change", () => {
      show(select.value);
      try {
        localStorage.setItem(key, select.value);
      } catch {
        // storage is off
      }
    });
    label.append(name, select);
    place.append(label);
  });
}
