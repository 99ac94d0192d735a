"use strict";
// Who speaks about whom, accuses whom …: the actors of the most such pairs, a circle for each pair. Size is how often, colour is tone.
(() => {
  const { FEWEST, STRONG, relate } = window.personaeFacts;
  const box = document.querySelector("[data-matrix]");
  const make = (tag, text = "", more = {}) => Object.assign(document.createElement(tag), { textContent: text, ...more });
  const signed = (value) => (Math.abs(value) < 0.005 ? "0.00" : `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`);
  let actors;

  const top = (edges, end, count) => {
    const sums = new Map();
    for (const edge of edges) sums.set(edge[end], (sums.get(edge[end]) ?? 0) + edge.count);
    return [...sums].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, count).map(([actor]) => actor);
  };
  const linked = (actor) => (actors.page[actor] ? make("a", actors.name[actor], { href: window.personaeData.home + actors.page[actor] }) : make("span", actors.name[actor]));
  const evidence = (edge, relation, state) => {
    const { from, to, outlet, field } = state;
    const terms = relation === "TOGETHER" ? { actor: actors.id[edge.from], words: `"${actors.name[edge.to]}"` } : { pair: `${relation} ${actors.id[edge.from]} ${actors.id[edge.to]}` };
    const more = Object.fromEntries(Object.entries({ from, to, outlet, field }).filter(([, value]) => value));
    return `${window.personaeData.home}search.html#${new URLSearchParams({ ...terms, ...more })}`;
  };
  const draw = async (state) => {
    ({ actors } = await window.personaeFacts.ready);
    const relation = state.relation || "SPEAK";
    const edges = relate(relation, state);
    const most = Number(box.dataset.matrix);
    const speaking = top(edges, "from", most);
    const columns = top(edges.filter((edge) => speaking.includes(edge.from)), "to", most);
    // a row without a circle would say nothing
    const rows = speaking.filter((from) => edges.some((edge) => edge.from === from && columns.includes(edge.to)));
    if (!rows.length) return box.replaceChildren(make("p", "No actors match this choice.", { className: "none" }));
    const found = new Map(edges.map((edge) => [`${edge.from} ${edge.to}`, edge]));
    const widest = Math.max(...rows.flatMap((from) => columns.map((to) => found.get(`${from} ${to}`)?.count ?? 0)));
    const table = make("table", "", { className: "matrix" });
    table.createCaption().className = "hidden";
    table.caption.textContent = `${edges.length} pairs of actors. The table shows the top ${rows.length} rows and ${columns.length} columns.`;
    const head = table.createTHead().insertRow();
    head.append(make("td"));
    for (const actor of columns) {
      const cell = head.appendChild(make("th", "", { scope: "col" }));
      cell.appendChild(make("div")).append(linked(actor));
    }
    const body = table.createTBody();
    for (const from of rows) {
      const line = body.insertRow();
      line.appendChild(make("th", "", { scope: "row" })).append(linked(from));
      for (const to of columns) {
        const cell = line.insertCell();
        const edge = found.get(`${from} ${to}`);
        if (from === to || !edge) { cell.className = from === to ? "self" : ""; continue; }
        const mean = edge.tone / (edge.judged || 1);
        const side = edge.judged < FEWEST || Math.abs(mean) < STRONG ? "" : mean < 0 ? "bad" : "good";
        const tone = relation === "TOGETHER" ? "" : edge.judged < FEWEST ? `, tone too few to tell (n = ${edge.judged})` : `, tone ${signed(mean)} (n = ${edge.judged})`;
        const told = `${actors.name[from]} → ${actors.name[to]}: ${edge.count} in ${edge.articles} article${edge.articles === 1 ? "" : "s"}${tone}`;
        const link = cell.appendChild(make("a", String(edge.count), { href: evidence(edge, relation, state), title: told, className: `dot s${Math.ceil(5 * Math.sqrt(edge.count / widest))} ${side}` }));
        link.setAttribute("aria-label", told);
      }
    }
    box.replaceChildren(table);
  };
  window.personaeDraw = [...(window.personaeDraw ?? []), draw];
})();
