// @ts-check
// The buttons beside texts that may be copied. Without this script the text can still be selected.

for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("button[data-copy]"))) {
  const text = /** @type {HTMLTextAreaElement | null} */ (document.getElementById(button.dataset.copy ?? ""));
  if (!text) continue;
  button.hidden = false;
  text.addEventListener("focus", () => text.select());
  button.addEventListener("click", async () => {
    text.focus();
    text.select();
    const { copied = "", refused = "" } = button.dataset;
    try {
      await navigator.clipboard.writeText(text.value);
      button.textContent = copied;
    } catch {
      button.textContent = refused;
    }
  });
}
