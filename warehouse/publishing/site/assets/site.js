"use strict";
// Light and dark, the filter bar, and tables that can be sorted and narrowed. Without this script every table can still be read.
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  let state = {};
  const draw = async () => {
    document.body.dataset.drawn = "";
    await Promise.all((window.personaeDraw ?? []).map((each) => each(state)));
    document.body.dataset.drawn = "yes";
  };

  // -- light and dark
  const button = $("#theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (document.documentElement.dataset.theme || (system.matches ? "dark" : "light")) === "dark";
  const showTheme = () => { button.textContent = isDark() ? "Light" : "Dark"; };
  button.hidden = false;
  button.addEventListener("click", () => {
    const next = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    try { localStorage.setItem("personae-theme", next); } catch { /* storage may be closed to pages from disk */ }
    showTheme();
    draw();
  });
  system.addEventListener("change", () => { showTheme(); draw(); });
  showTheme();

  // -- tables that a click on a header sorts: by number where all cells are numbers, else by letter
  const numberOf = (text) => { const found = /^[−+-]?[\d,]+(\.\d+)?/.exec(text.trim()); return found ? Number(found[0].replace("−", "-").replaceAll(",", "")) : -Infinity; };
  const sort = (table, column, isNumber) => {
    const head = table.tHead.rows[0].cells[column];
    const isFalling = head.ariaSort ? head.ariaSort === "ascending" : isNumber;
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.ariaSort = isFalling ? "descending" : "ascending";
    const key = (row) => { const text = row.cells[column].textContent; return isNumber ? numberOf(text) : text.trim(); };
    const rows = [...table.tBodies[0].rows].sort((a, b) => (isNumber ? key(a) - key(b) : key(a).localeCompare(key(b))) * (isFalling ? -1 : 1));
    table.tBodies[0].append(...rows);
  };
  for (const table of all("table.filtered")) {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const press = Object.assign(document.createElement("button"), { type: "button", className: "sort", textContent: head.textContent, title: "Sort" });
      press.addEventListener("click", () => sort(table, column, head.classList.contains("number")));
      head.replaceChildren(press);
    });
  }

  // -- tables: a row without a day or country of its own is not held to one
  const fits = (row) => {
    const { countries = "", day = "" } = row.dataset;
    if (state.country && !countries.split(" ").includes(state.country) && $("tr[data-countries]", row.parentElement)) return false;
    if (day && ((state.from && day < state.from) || (state.to && day > state.to))) return false;
    return !state.find || row.textContent.toLowerCase().includes(state.find.toLowerCase());
  };
  const filterTables = () => {
    let shown = 0, total = 0;
    for (const table of all("table.filtered")) {
      const rows = all("tbody tr", table);
      for (const row of rows) row.hidden = !fits(row);
      const here = rows.filter((row) => !row.hidden).length;
      $(".shown", table.closest(".answer")).textContent = here === rows.length ? here : `${here} of ${rows.length}`;
      shown += here;
      total += rows.length;
    }
    const isFiltered = shown < total;
    if ($("#told")) $("#told").textContent = isFiltered ? `${shown.toLocaleString("en")} of ${total.toLocaleString("en")} table rows match.` : "";
  };

  // -- the filter bar: its state stands in the address, so that a view can be sent to somebody, and goes along to the other pages
  const form = $("#filters");
  const SHARED = ["from", "to", "outlet", "field", "country", "kind", "generic"];
  const valueOf = (field) => (field.type === "checkbox" ? (field.checked ? "yes" : "") : field.value);
  const given = () => Object.fromEntries(location.hash.includes("=") ? new URLSearchParams(location.hash.slice(1)) : []);
  const restore = () => {
    const asked = given();
    for (const field of form.elements) {
      if (!field.name || !(field.name in asked || location.hash.includes("="))) continue;
      if (field.type === "checkbox") field.checked = Boolean(asked[field.name]); else field.value = asked[field.name] ?? field.dataset.first ?? "";
    }
  };
  const read = () => {
    state = Object.fromEntries([...form.elements].filter((field) => field.name).map((field) => [field.name, valueOf(field)]));
    filterTables();
    draw();
  };
  const keep = () => {
    const chosen = Object.entries(state).filter(([name, value]) => value && name !== "find" && value !== form.elements[name].dataset.first);
    const address = new URLSearchParams(chosen).toString();
    if (address || location.hash.includes("=")) history.replaceState(null, "", address ? `#${address}` : location.pathname);
    const shared = new URLSearchParams(chosen.filter(([name]) => SHARED.includes(name))).toString();
    for (const link of all("nav a[data-shares]")) link.href = link.href.replace(/#.*/, "") + (shared ? `#${shared}` : "");
  };
  const addOptions = ({ articles, actors }) => {
    const make = (tag, text, more) => Object.assign(document.createElement(tag), { textContent: text, ...more });
    const outlets = $("#outlet"), field = $("#field"), people = $("#actor-list");
    outlets?.append(...articles.outlets.map((name) => make("option", name.replace(/ \(outlet\)$/, ""), { value: name })));
    if (outlets) outlets.closest("label").hidden = articles.outlets.length < 2;
    for (const [name, { values }] of Object.entries(articles.fields)) {
      const group = field?.appendChild(make("optgroup", "", { label: name }));
      group?.append(...[...values].sort().map((value) => make("option", value, { value: `${name}:${value}` })));
      for (const dimension of all("select[data-dimensions]")) dimension.append(make("option", name, { value: name }));
    }
    if (field) field.closest("label").hidden = field.options.length < 2;
    $("#kind")?.append(...Object.entries(actors.words.kind).filter(([kind]) => !["person", "generic"].includes(kind)).map(([kind, words]) => make("option", words, { value: kind })));
    people?.append(...actors.name.slice(0, 400).map((name, number) => make("option", name, { value: actors.id[number] })));
  };
  if (form) {
    form.hidden = false;
    const changed = () => { read(); keep(); };
    form.addEventListener("input", changed);
    form.addEventListener("reset", () => setTimeout(changed));
    form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("hashchange", () => { if (location.hash.includes("=")) { restore(); changed(); } });
    restore();
    // a browser that comes back to the page keeps what was chosen
    if (window.personaeFacts) window.personaeFacts.ready.then((found) => { addOptions(found); restore(); changed(); });
    else read();
  } else draw();
  if (window.personaeFacts) document.body.dataset.drawn = "";
  let waiting;
  addEventListener("resize", () => { clearTimeout(waiting); waiting = setTimeout(draw, 150); });
})();
