"use strict";
// One table of counts for every choice: what its rows and columns are, and what it counts. A cell leads to its sentences.
(() => {
  const { FEWEST, STRONG, pivot } = window.personaeFacts;
  const $ = (selector) => document.querySelector(selector);
  const make = (tag, text = "", more = {}) => Object.assign(document.createElement(tag), { textContent: text, ...more });
  const ROWS = 40, COLUMNS = 12;
  const signed = (value) => (Math.abs(value) < 0.005 ? "0.00" : `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`);
  const percent = (value) => `${(100 * value).toFixed(value < 0.1 ? 1 : 0)}%`;
  let articles, actors, shown = [];

  // what a measure shows of a cell, given the whole of its row
  const MEASURES = {
    articles: { of: (cell) => cell.articles, told: (cell) => cell.articles.toLocaleString("en"), by: "articles" },
    share: { of: (cell, row, whole) => (whole ? cell.articles / whole : 0), told: (cell, row, whole) => (whole ? `${percent(cell.articles / whole)} (${cell.articles})` : String(cell.articles)), by: "articles" },
    mentions: { of: (cell) => cell.mentions, told: (cell) => cell.mentions.toLocaleString("en"), by: "mentions" },
    quotes: { of: (cell) => cell.quotes, told: (cell) => cell.quotes.toLocaleString("en"), by: "quotes" },
    voice: { of: (cell, row) => (row.quotes >= FEWEST ? cell.quotes / row.quotes : 0), told: (cell, row) => (row.quotes >= FEWEST ? `${percent(cell.quotes / row.quotes)} (${cell.quotes})` : `${cell.quotes} of ${row.quotes}`), by: "quotes" },
    tone: { of: (cell) => cell.judged, told: (cell) => (cell.judged >= FEWEST ? `${signed(cell.tone / cell.judged)} (${cell.judged})` : cell.judged ? `n = ${cell.judged}` : ""), by: "judged" },
  };

  const wordsOf = (dimension, key) => {
    if (dimension === "actor") return actors.name[key];
    if (dimension === "country" || dimension === "sector") return actors.words[dimension][key] ?? key;
    return String(key).replaceAll("_", " ");
  };
  const evidence = (state, parts) => {
    const asked = { from: state.from, to: state.to, outlet: state.outlet, field: state.field, actor: state.actor };
    for (const [dimension, key] of parts) {
      if (dimension === "actor") asked[["quotes", "voice"].includes(state.measure) ? "speaker" : "actor"] = actors.id[key];
      else if (dimension === "outlet") asked.outlet = key;
      else if (dimension === "time") { asked.from = key.padEnd(10, "-01-01".slice(key.length - 4)); asked.to = key.length === 4 ? `${key}-12-31` : key.length === 7 ? `${key}-31` : key; }
      else if (dimension in articles.fields) asked.field = `${dimension}:${key}`;
      else return null;
    }
    if (!asked.actor && !asked.speaker) return null;
    return `search.html#${new URLSearchParams(Object.entries(asked).filter(([, value]) => value))}`;
  };
  const order = (dimension, map, by, count) => {
    const list = [...map].filter(([, cell]) => cell[by] > 0);
    if (dimension === "time") return list.map(([key]) => key).sort().slice(-count);
    return list.sort((a, b) => b[1][by] - a[1][by] || String(a[0]).localeCompare(String(b[0]))).slice(0, count).map(([key]) => key);
  };

  const draw = async (given) => {
    ({ articles, actors } = await window.personaeFacts.ready);
    const state = { rows: "outlet", columns: "actor", measure: "share", ...Object.fromEntries(Object.entries(given).filter(([, value]) => value)) };
    const only = window.personaeFacts.find(state.actor);
    const { cells, rows, columns, whole } = pivot(state.rows, state.columns, state, only);
    const measure = MEASURES[state.measure];
    const down = order(state.rows, rows, measure.by, ROWS), across = order(state.columns, columns, measure.by, state.columns === "time" ? 24 : COLUMNS);
    const largest = Math.max(0, ...down.flatMap((row) => across.map((column) => { const cell = cells.get(`${row}\u0000${column}`); return cell ? measure.of(cell, rows.get(row), whole.get(row)) : 0; })));
    shown = [["", ...across.map((key) => wordsOf(state.columns, key))]];
    const table = make("table", "", { className: "pivot" });
    table.createCaption().className = "hidden";
    table.caption.textContent = "The comparison chosen above.";
    const head = table.createTHead().insertRow();
    head.append(make("th", wordsOf("", state.rows), { scope: "col" }), make("th", state.rows in articles.fields || ["outlet", "time"].includes(state.rows) ? "articles" : "", { scope: "col", className: "number" }));
    for (const key of across) head.append(make("th", wordsOf(state.columns, key), { scope: "col", className: "number" }));
    const body = table.createTBody();
    for (const row of down) {
      const line = body.insertRow();
      const name = line.appendChild(make("th", "", { scope: "row" }));
      const page = state.rows === "actor" ? actors.page[row] : null;
      name.append(page ? make("a", wordsOf("actor", row), { href: page }) : wordsOf(state.rows, row));
      line.append(make("td", whole.has(row) ? whole.get(row).toLocaleString("en") : "", { className: "number" }));
      const told = [wordsOf(state.rows, row)];
      for (const column of across) {
        const cell = cells.get(`${row}\u0000${column}`);
        const text = cell ? measure.told(cell, rows.get(row), whole.get(row)) : "";
        const value = cell ? measure.of(cell, rows.get(row), whole.get(row)) : 0;
        const mean = cell ? cell.tone / (cell.judged || 1) : 0;
        const shade = state.measure !== "tone" ? (value > 0 ? `h${Math.ceil((5 * value) / largest)}` : "") : cell && cell.judged >= FEWEST && Math.abs(mean) >= STRONG ? (mean < 0 ? "bad" : "good") : "";
        const box = line.appendChild(make("td", "", { className: `number ${shade}` }));
        const href = cell && value ? evidence(state, [[state.rows, row], [state.columns, column]]) : null;
        box.append(href ? make("a", text, { href }) : text);
        told.push(text);
      }
      shown.push(told);
    }
    $("#compared").replaceChildren(down.length ? table : make("p", "Nothing to compare for this choice.", { className: "none" }));
    $("#compared-told").textContent = `${rows.size.toLocaleString("en")} rows and ${columns.size.toLocaleString("en")} columns. The table shows the ${down.length} and ${across.length} with the most ${{ quotes: "quotations", judged: "mentions judged" }[measure.by] ?? measure.by}.`;
    $("#save").hidden = !down.length;
    for (const link of document.querySelectorAll(".presets a")) link.toggleAttribute("aria-current", isCurrent(link, state));
  };
  const isCurrent = (link, state) => [...new URLSearchParams(link.hash.slice(1))].every(([name, value]) => state[name] === value);

  $("#save").addEventListener("click", () => {
    // a cell that a spreadsheet would take for a formula is written as text
    const safe = (text) => `"${(/^[=+\-@\t]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
    const lines = shown.map((row) => row.map((text) => safe(String(text))).join(","));
    const link = make("a", "", { href: URL.createObjectURL(new Blob([`\ufeff${lines.join("\n")}\n`], { type: "text/csv" })), download: "comparison.csv" });
    link.click();
    URL.revokeObjectURL(link.href);
  });
  window.personaeDraw = [...(window.personaeDraw ?? []), draw];
})();
