// Not a module: it runs before the first paint, so that no page flashes in the other theme.
(() => {
  const names = ["auto", "light", "dark"];
  const stored = () => {
    try { return names.includes(localStorage.theme) ? localStorage.theme : "auto"; } catch { return "auto"; }
  };
  const apply = name => {
    if (name === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = name;
  };
  apply(stored());
  document.addEventListener("DOMContentLoaded", () => {
    const label = document.getElementById("theme-name");
    label.textContent = stored();
    document.getElementById("theme").addEventListener("click", () => {
      const next = names[(names.indexOf(label.textContent) + 1) % names.length];
      try { localStorage.theme = next; } catch { /* Kept for this page only. */ }
      apply(next);
      label.textContent = next;
    });
  });
})();
