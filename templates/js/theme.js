// The reader's choice of display: automatic, light, dark or large print. It is
// remembered, and set before the first paint. This script is no module, so
// that it runs while the head is read.
//
// It also tells the style sheet that scripts run. What only they bring to life
// has the class "scripted": it keeps its place from the first paint, so that
// nothing moves, and is seen when its script has taken the class away.
{
  const key = "display";
  const choices = ["auto", "light", "dark", "elder"];
  const root = document.documentElement;

  let choice = "auto";

  const recall = () => {
    try {
      const kept = localStorage.getItem(key);
      choice = choices.includes(kept) ? kept : "auto";
    } catch {
      // storage is off: the choice holds for this page
    }
  };

  const show = () => {
    if (choice === "auto") {
      delete root.dataset.theme;
    } else if (root.dataset.theme !== choice) {
      root.dataset.theme = choice; // a second time would draw living charts anew
    }
    const select = document.querySelector("[data-theme-switch]");
    if (select) {
      select.value = choice;
    }
  };

  root.dataset.scripts = "";
  recall();
  show();

  document.addEventListener("DOMContentLoaded", () => {
    const select = document.querySelector("[data-theme-switch]");
    if (!select) {
      return;
    }
    select.addEventListener("change", () => {
      choice = select.value;
      show();
      try {
        localStorage.setItem(key, choice);
      } catch {
        // storage is off
      }
    });
    show();
    select.closest(".scripted").classList.remove("scripted");
  });

  // A page that the browser has kept may be older than the choice.
  addEventListener("pageshow", (event) => {
    if (event.persisted) {
      recall();
      show();
    }
  });
}
