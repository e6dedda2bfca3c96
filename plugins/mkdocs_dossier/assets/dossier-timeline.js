// Filters the timeline by name, outlet and days. The page is whole without it: it shows a form and hides rows.
(() => {
  const FIELDS = ["entity", "outlet", "from", "to"];
  const HEADINGS = "h2, h3";
  const BACKWARDS = "The first day is after the last one: nothing is between them.";

  function start() {
    const form = document.querySelector("form.dossier-filter");
    if (!form || !form.hidden) return;
    const asked = new URLSearchParams(location.search);
    for (const name of FIELDS) choose(form.elements[name], asked.get(name) ?? "");
    form.hidden = false;
    form.querySelector("[type=reset]").hidden = true;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", () => filter(form));
    form.addEventListener("reset", () => {
      form.querySelector("select, input").focus();
      setTimeout(() => filter(form));
    });
    if (FIELDS.some((name) => form.elements[name]?.value)) filter(form);
  }

  // A link may ask for a name of too few rows to stand in the list.
  function choose(field, value) {
    if (!field) return;
    if (field.options && ![...field.options].some((option) => option.value === value)) field.add(new Option(value, value));
    field.value = value;
  }

  // Of two that wait for the same pages, the later one counts.
  let latest = 0;

  async function filter(form) {
    const asked = Object.fromEntries(FIELDS.map((name) => [name, form.elements[name]?.value ?? ""]));
    const url = new URL(location.href);
    for (const name of FIELDS) asked[name] ? url.searchParams.set(name, asked[name]) : url.searchParams.delete(name);
    history.replaceState(history.state, "", url);
    const status = form.querySelector("[role=status]");
    form.querySelector("[type=reset]").hidden = !FIELDS.some((name) => asked[name]);
    const content = form.closest(".dossier-filtered").parentElement;
    const isAsked = FIELDS.some((name) => asked[name]);
    const turn = ++latest;
    let rows;
    try {
      rows = await rowsOf(content, isAsked, status);
    } catch {
      if (turn !== latest) return;
      status.textContent = "The pages of the years could not be read. Open one of them, and filter there.";
      return;
    }
    if (turn !== latest) return;
    for (const row of rows) row.hidden = !fits(row, asked);
    for (const row of content.querySelectorAll(".dossier-unplaced .dossier-rows > ul > li li")) {
      row.hidden = Boolean(asked.from || asked.to || asked.outlet) || (asked.entity !== "" && !links(row, asked.entity));
    }
    content.classList.toggle("dossier-is-filtered", isAsked);
    hideEmpty(content);
    listHeadings(content);
    const shown = rows.filter((row) => !row.hidden).length;
    const told = `${shown.toLocaleString("en")} of ${rows.length.toLocaleString("en")} dates`;
    status.textContent = isAsked ? (asked.from && asked.to && asked.from > asked.to ? BACKWARDS : told) : "";
  }

  function fits(row, asked) {
    const time = row.querySelector("time[data-from]");
    if (!time) return true;
    const { from, to, names } = time.dataset;
    const outlets = [...row.querySelectorAll(".dossier-outlet")].map((each) => each.textContent);
    return (
      (!asked.entity || names.split(" ").includes(asked.entity)) &&
      (!asked.outlet || outlets.includes(asked.outlet)) &&
      (!asked.to || !from || from <= asked.to) &&
      (!asked.from || !to || to > asked.from)
    );
  }

  function links(row, entity) {
    return [...row.querySelectorAll("a[href]")].some((link) => {
      const path = decodeURIComponent(new URL(link.href).pathname).replace(/(\/index)?\.html$|\/$/, "");
      return path.includes("/entities/") && path.endsWith(`/${entity}`);
    });
  }

  // What is asked for while the other pages are read waits for the same rows.
  const reading = new WeakMap();

  // An overview has its rows on other pages: they are read when something is asked for, and shown in its place.
  async function rowsOf(content, isAsked, status) {
    const own = [...content.querySelectorAll(".dossier-timeline:not(.dossier-found) > ul > li")];
    const parts = partsOf(content, location.href);
    if (!parts.length) return own;
    let found = content.querySelector(".dossier-found");
    if (!found && isAsked) {
      status.textContent = "Reading the pages of the years …";
      if (!reading.has(content)) reading.set(content, read(content, parts).finally(() => reading.delete(content)));
      found = await reading.get(content);
    }
    return found ? [...own, ...found.querySelectorAll(":scope > ul > li")] : own;
  }

  async function read(content, parts) {
    const list = document.createElement("ul");
    for (const row of await rowsOfAll(parts, reader())) list.append(row);
    const found = document.createElement("div");
    found.className = "dossier-rows dossier-timeline dossier-found";
    found.append(list);
    form(content).after(found);
    return found;
  }

  const form = (content) => content.querySelector(".dossier-filtered");

  function partsOf(root, base) {
    return [...root.querySelectorAll("h2[id^=on-] > a[href]:not(.headerlink)")].map(
      (link) => new URL(link.getAttribute("href"), base).href,
    );
  }

  // Reads a few pages at a time: browsers refuse more than about a thousand requests at once. If one fails, those that wait do.
  function reader() {
    const waiting = [];
    let free = 8;
    let failure;
    return async (address) => {
      if (free) free -= 1;
      else await new Promise((go) => waiting.push(go));
      try {
        if (failure) throw failure;
        const answer = await fetch(address);
        if (!answer.ok) throw new Error(answer.statusText);
        return await answer.text();
      } catch (error) {
        failure ??= error;
        throw error;
      } finally {
        if (waiting.length) waiting.shift()();
        else free += 1;
      }
    };
  }

  const rowsOfAll = async (addresses, text) => (await Promise.all(addresses.map((address) => rowsAt(address, text)))).flat();

  async function rowsAt(address, text) {
    const page = new DOMParser().parseFromString(await text(address), "text/html");
    const rows = [...page.querySelectorAll(".dossier-timeline > ul > li")];
    for (const row of rows) {
      for (const anchor of row.querySelectorAll("a[id]")) anchor.removeAttribute("id");
      for (const link of row.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), address).href;
    }
    const below = await rowsOfAll(partsOf(page, address), text);
    return [...rows.map((row) => document.adoptNode(row)), ...below];
  }

  function hideEmpty(content) {
    const blocks = [...content.children];
    const isFull = (block) => block.matches(".dossier-timeline") && block.querySelector(":scope > ul > li:not([hidden])");
    blocks.forEach((heading, place) => {
      if (!heading.matches(HEADINGS) || heading.querySelector("a[href]:not(.headerlink)")) return;
      const behind = blocks.slice(place + 1);
      const end = behind.findIndex((block) => block.matches(HEADINGS) && block.tagName <= heading.tagName);
      heading.hidden = !(end < 0 ? behind : behind.slice(0, end)).some(isFull);
    });
    for (const row of content.querySelectorAll(".dossier-unplaced .dossier-rows > ul > li")) {
      row.hidden = !row.querySelector("li:not([hidden])");
    }
    const unplaced = content.querySelector(".dossier-unplaced");
    if (!unplaced) return;
    const all = unplaced.querySelectorAll("li li");
    const shown = unplaced.querySelectorAll("li:not([hidden]) li:not([hidden])").length;
    const count = unplaced.querySelector("summary span");
    unplaced.hidden = !shown;
    count.dataset.all ??= count.textContent;
    count.textContent = shown < all.length ? shown.toLocaleString("en") : count.dataset.all;
  }

  // The table of contents lists the headings that are shown.
  function listHeadings(content) {
    const hidden = new Set([...content.querySelectorAll("h2[id], h3[id]")].filter((each) => !each.offsetParent).map((each) => `#${each.id}`));
    for (const link of document.querySelectorAll("a[href*='#on-']")) {
      const item = content.contains(link) || link.pathname !== location.pathname ? null : link.closest("li");
      if (item) item.hidden = hidden.has(link.hash);
    }
  }

  // Material tells of each page that it shows, but of none where the site is opened as files.
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
  window.document$?.subscribe(start);
})();
