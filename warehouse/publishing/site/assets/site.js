"use strict";
// Light and dark, and the filters of tables and charts. Without this script every table can still be read.
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const state = { from: "", to: "", country: "", find: "" };
  const draw = () => window.personaeCharts?.draw(state);

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

  // -- tables: a row without a day or country of its own is not held to one
  const fits = (row) => {
    const { countries = "", day = "" } = row.dataset;
    if (state.country && !countries.split(" ").includes(state.country) && $("tr[data-countries]", row.parentElement)) return false;
    if (day && ((state.from && day < state.from) || (state.to && day > state.to))) return false;
    return !state.find || row.textContent.toLowerCase().includes(state.find);
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
    const isFiltered = Object.values(state).some(Boolean);
    $("#told").textContent = isFiltered ? `${shown.toLocaleString("en")} of ${total.toLocaleString("en")} rows of the tables are shown.` : "";
  };
  const form = $("#filters");
  if (form) {
    form.hidden = false;
    const read = () => {
      for (const name of Object.keys(state)) state[name] = $(`#${name}`)?.value ?? "";
      state.find = state.find.toLowerCase();
      filterTables();
      draw();
    };
    form.addEventListener("input", read);
    form.addEventListener("reset", () => setTimeout(read));
    form.addEventListener("submit", (event) => event.preventDefault());
    read(); // a browser that comes back to the page keeps what was chosen
  } else draw();
  let waiting;
  addEventListener("resize", () => { clearTimeout(waiting); waiting = setTimeout(draw, 150); });
})();
