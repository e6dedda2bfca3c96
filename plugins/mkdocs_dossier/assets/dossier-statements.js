// Fields above the statements: only those stay that hold every word, be it of the words, the speaker, the outlet or the
// date, and that are of the outlet and the days. What is asked for stands in the address. Without this file all are there.
(() => {
  const folded = (text) => text.toLocaleLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

  const FIELDS = ["q", "outlet", "from", "to"];

  const prepare = () => {
    const place = document.querySelector("[data-dossier-filter]");
    const rows = [...document.querySelectorAll(".dossier-statement")];
    if (!place || place.childElementCount || rows.length < 2) {
      return;
    }
    const texts = new Map(rows.map((row) => [row, folded(`${headingOf(row)?.textContent ?? ""} ${wordsOf(row)}`)]));
    const outlets = [...new Set(rows.flatMap(outletsOf))].sort((one, other) => one.localeCompare(other));
    const hasDays = rows.some((row) => row.dataset.days);
    const asked = new URLSearchParams(location.search);
    const fields = { q: control("q", "Show only those with", "search") };
    if (outlets.length > 1) {
      fields.outlet = control("outlet", "Outlet", "select");
      fields.outlet.append(new Option("all", ""), ...outlets.map((each) => new Option(each, each)));
    }
    if (hasDays) {
      fields.from = control("from", "From", "date");
      fields.to = control("to", "To", "date");
    }
    const count = document.createElement("span");
    count.setAttribute("role", "status");
    for (const [name, field] of Object.entries(fields)) {
      field.value = asked.get(name) ?? "";
      field.addEventListener("input", () => filter(rows, texts, fields, count));
      place.append(field.parentElement);
    }
    place.append(count);
    if (Object.values(fields).some((field) => field.value)) {
      filter(rows, texts, fields, count);
    }
  };

  const control = (name, shown, type) => {
    const field = document.createElement(type === "select" ? "select" : "input");
    const label = document.createElement("label");
    const both = document.createElement("span");
    if (type !== "select") {
      field.type = type;
      field.autocomplete = "off";
    }
    field.id = `dossier-filter-${name}`;
    label.htmlFor = field.id;
    label.textContent = shown;
    both.append(label, field);
    return field;
  };

  // The title of an article is not what anybody said.
  const wordsOf = (row) => {
    const copy = row.cloneNode(true);
    for (const title of copy.querySelectorAll('a[href*="#p-"]')) {
      title.remove();
    }
    return copy.textContent;
  };

  const outletsOf = (row) => (row.dataset.outlets ?? "").split("|").filter(Boolean);

  // A day may be known by its month or year alone: it fits if any day of it does.
  const isBetween = (day, from, to) => (!from || day >= from.slice(0, day.length)) && (!to || day <= to);

  const filter = (rows, texts, fields, count) => {
    const asked = Object.fromEntries(FIELDS.map((name) => [name, fields[name]?.value ?? ""]));
    const words = folded(asked.q).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const days = (row.dataset.days ?? "").split(" ").filter(Boolean);
      row.hidden = !(
        words.every((word) => texts.get(row).includes(word)) &&
        (!asked.outlet || outletsOf(row).includes(asked.outlet)) &&
        ((!asked.from && !asked.to) || days.some((day) => isBetween(day, asked.from, asked.to)))
      );
      shown += row.hidden ? 0 : 1;
    }
    hideEmpty(rows);
    const isAsked = FIELDS.some((name) => asked[name]);
    count.textContent = isAsked ? `${shown} found` : "";
    const url = new URL(location.href);
    for (const name of FIELDS) {
      asked[name] ? url.searchParams.set(name, asked[name]) : url.searchParams.delete(name);
    }
    history.replaceState(history.state, "", url);
  };

  const hideEmpty = (rows) => {
    const full = new Set();
    for (const row of rows.filter((each) => !each.hidden)) {
      full.add(headingOf(row));
      full.add(groupOf(row));
    }
    for (const title of new Set(rows.flatMap((row) => [headingOf(row), groupOf(row)]).filter(Boolean))) {
      title.hidden = !full.has(title);
      const meta = title.nextElementSibling;
      if (meta?.classList.contains("dossier-of")) {
        meta.hidden = title.hidden;
      }
    }
  };

  const groups = new WeakMap();
  const groupOf = (row) => {
    if (!groups.has(row)) {
      let before = headingOf(row) ?? row;
      while (before && before.tagName !== "H2") {
        before = before.previousElementSibling;
      }
      groups.set(row, before);
    }
    return groups.get(row);
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
