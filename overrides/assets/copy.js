// @ts-check
// The buttons beside texts that may be copied. Without this script the text can still be selected.

for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("button[data-copy]"))) {
  const text = document.getElementById(button.dataset.copy ?? "");
  if (!text) continue;
  button.hidden = false;
  if (text instanceof HTMLTextAreaElement) text.addEventListener("focus", () => text.select());
  button.addEventListener("click", async () => {
    const { copied = "", refused = "" } = button.dataset;
    choose(text);
    try {
      await navigator.clipboard.writeText(text instanceof HTMLTextAreaElement ? text.value : text.innerText.trim());
      button.textContent = copied;
    } catch {
      button.textContent = refused;
    }
  });
}

/** What is selected can be copied by hand. @param {HTMLElement} text */
function choose(text) {
  if (!(text instanceof HTMLTextAreaElement)) return getSelection()?.selectAllChildren(text);
  text.focus();
  text.select();
}
