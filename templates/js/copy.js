// Copies the text beside a button. Without this script the text is there to be
// selected.
for (const source of document.querySelectorAll("[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = source.dataset.copy;
  button.addEventListener("click", async () => {
    const text = source.value ?? source.textContent;
    try {
      await navigator.clipboard.writeText(text.trim());
      button.textContent = source.dataset.copied;
    } catch {
      source.focus();
      source.select?.();
    }
  });
  source.after(button);
}
