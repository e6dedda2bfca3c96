// A field above the statements: only those stay that hold every word in it, be it of the words, the speaker, the outlet
// or the date. Without this file all of them are there.
(() => {
  const folded = (text) => text.toLocaleLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

  const prepare = () => {
    const place = document.querySelector("[data-dossier-filter]");
    const rows = [...document.querySelectorAll(".dossier-statement")];
    if (!place || place.childElementCount || rows.length < 2) {
      return;
    }
    const titles = [...new Set(rows.map((row) => headingOf(row)).filter(Boolean))];
    const texts = new Map(rows.map((row) => [row, folded(`${headingOf(row)?.textContent ?? ""} ${row.textContent}`)]));
    const field = document.createElement("input");
    const label = document.createElement("label");
    const count = document.createElement("span");
    field.type = "search";
    field.id = "dossier-filter";
    field.autocomplete = "off";
    label.htmlFor = field.id;
    label.textContent = "Show only those with";
    count.setAttribute("role", "status");
    place.append(label, field, count);
    field.addEventListener("input", () => {
      const words = folded(field.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        row.hidden = !words.every((word) => texts.get(row).includes(word));
        shown += row.hidden ? 0 : 1;
      }
      for (const title of titles) {
        const empty = !rows.some((row) => !row.hidden && headingOf(row) === title);
        title.hidden = empty;
        const meta = title.nextElementSibling;
        if (meta?.classList.contains("dossier-of")) {
          meta.hidden = empty;
        }
      }
      count.textContent = words.length ? `${shown} found` : "";
    });
  };

  const headings = new WeakMap();
  const headingOf = (row) => {
    if (!headings.has(row)) {
      let before = row.previousElementSibling;
      while (before && before.tagName !== "H3" && before.tagName !== "H2") {
        before = before.previousElementSibling;
      }
      headings.set(row, before?.tagName === "H3" ? before : null);
    }
    return headings.get(row);
  };

  // Material tells of each page that it shows, but of none where the site is opened as files.
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", prepare);
  else prepare();
  window.document$?.subscribe(prepare);
})();
