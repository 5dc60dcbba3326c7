// Copies the text that a button names. Without this script the text is there to
// be selected.
for (const button of document.querySelectorAll("button[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  button.addEventListener("click", async () => {
    const text = source.value ?? source.textContent;
    try {
      await navigator.clipboard.writeText(text.trim());
      button.textContent = button.dataset.copied;
    } catch {
      source.focus();
      source.select?.();
    }
  });
  button.classList.remove("scripted");
}
