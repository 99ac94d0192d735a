"use strict";
// Charts of what the filter bar leaves. Each stands in a table beside it as well.
(() => {
  const { FEWEST, STRONG } = window.personaeFacts;
  const charts = new Map();
  let data, actors, only, state = {};
  const find = (attribute, kind) => document.querySelector(`[${attribute}="${kind}"]`);
  const root = document.documentElement;
  const isDark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const colour = (name) => getComputedStyle(root).getPropertyValue(name).trim();
  const isNarrow = () => innerWidth < 640;
  // cut in the middle: the governments of two countries differ at the end
  const cut = (name, length) => (name.length > length ? `${name.slice(0, Math.ceil(length / 2) - 1)}…${name.slice(name.length - Math.floor(length / 2))}` : name);
  const short = (name) => cut(name, isNarrow() ? 34 : 46);
  const many = (number) => number.toLocaleString("en");
  const signed = (value) => (Math.abs(value) < 0.005 ? "0.00" : `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`);
  const percent = (value) => (value === null ? "too few to tell" : `${value.toFixed(1)}%`);

  // -- numbers
  const entryOf = ([actor, sum]) => ({ ...sum, actor, name: actors.name[actor], href: actors.page[actor] ? window.personaeData.home + actors.page[actor] : null });
  const most = (name, count) => [...data.sums].map(entryOf).filter((entry) => entry[name] > 0).sort((a, b) => b[name] - a[name] || a.actor - b.actor).slice(0, count);
  const chosen = () => {
    const parts = [data.periods.length ? `${data.periods[0]} to ${data.periods.at(-1)}` : "no days"];
    for (const id of ["outlet", "field", "country"]) {
      const field = document.getElementById(id);
      if (state[id] && field) parts.push(field.selectedOptions[0].textContent.replace(/ \(\d+\)$/, ""));
    }
    return parts.join(", ");
  };
  const cellOf = (period, actor) => data.cell(period, actor);

  // -- tables beside charts: made of text alone, never of markup
  const tell = (kind, words, headers, rows) => {
    const details = find("data-counts", kind);
    details.hidden = false;
    details.querySelector(".told").textContent = `${words} · `;
    const table = document.createElement("table");
    const caption = table.createCaption();
    caption.className = "hidden";
    caption.textContent = words;
    const head = table.createTHead().insertRow();
    for (const text of headers) {
      const cell = document.createElement("th");
      cell.scope = "col";
      cell.textContent = text;
      head.append(cell);
    }
    const body = table.createTBody();
    for (const row of rows) {
      const line = body.insertRow();
      for (const value of row) {
        const cell = line.insertCell();
        if (value?.href) {
          const link = document.createElement("a");
          link.href = value.href;
          link.textContent = value.name;
          cell.append(link);
        } else cell.textContent = value?.name ?? value;
        if (typeof value === "number") cell.className = "number";
      }
    }
    find("data-table", kind).replaceChildren(table);
  };

  const key = (box, series) => {
    const list = document.createElement("ul");
    list.className = "key";
    for (const [place, { name, itemStyle }] of series.entries()) {
      const item = list.appendChild(document.createElement("li"));
      item.appendChild(document.createElement("span")).style.background = itemStyle?.color ?? palette()[place];
      item.append(name);
    }
    if (box.nextElementSibling?.className === "key") box.nextElementSibling.remove();
    if (series.length > 1) box.after(list);
  };

  // -- the look of charts
  const PALETTE = {
    light: ["#0b4a8f", "#c2410c", "#1d6b3c", "#7a4fa3", "#a16207", "#00707a", "#a1335f", "#5a5f1a"],
    dark: ["#8fc1ff", "#ffb38a", "#7fd0a4", "#c9a8f0", "#f0cf66", "#6fd3de", "#f2a0c4", "#cfd372"],
  };
  const palette = () => PALETTE[isDark() ? "dark" : "light"];
  const text = () => ({ color: colour("--ink"), fontFamily: "system-ui, sans-serif", fontSize: 13 });
  // tips as drawn text: markup would be a way in for what articles say, and its styles are forbidden to pages
  const tip = (more) => ({ backgroundColor: colour("--panel"), borderColor: colour("--pale"), textStyle: text(), renderMode: "richText", confine: true, ...more });
  const basis = () => ({ animation: false, color: palette(), textStyle: text() });
  const axis = ({ axisLabel, ...more } = {}) => ({
    axisLabel: { color: colour("--pale"), hideOverlap: true, ...axisLabel }, axisLine: { lineStyle: { color: colour("--line") } },
    splitLine: { lineStyle: { color: colour("--line") } }, nameTextStyle: { color: colour("--pale") }, ...more,
  });
  const bands = (names, series, format, max) => ({
    ...basis(),
    grid: { left: 8, right: 16, top: 12, bottom: 8, containLabel: true },
    tooltip: tip({ trigger: "axis", axisPointer: { type: "shadow" }, valueFormatter: format }),
    xAxis: { type: "category", data: names, ...axis() },
    yAxis: { type: "value", max, ...axis({ axisLabel: { formatter: format }, minInterval: 1 }) },
    series,
  });
  const bars = (entries, more) => ({
    ...basis(),
    grid: { left: isNarrow() ? 124 : 172, right: isNarrow() ? 48 : 64, top: 4, bottom: 24 },
    tooltip: tip({ trigger: "item", formatter: (item) => `${item.name}: ${entries[item.dataIndex].shown}` }),
    xAxis: { type: "value", ...axis({ splitNumber: isNarrow() ? 3 : 5 }), ...more },
    yAxis: { type: "category", inverse: true, data: entries.map((entry) => entry.name), ...axis({ axisTick: { show: false }, axisLabel: { formatter: short, color: colour("--ink"), width: isNarrow() ? 122 : 166, overflow: "break", fontSize: isNarrow() ? 11 : 12, lineHeight: 12, interval: 0, hideOverlap: false } }) },
    series: [{ type: "bar", barMaxWidth: 18, data: entries.map(({ value, label, shade }) => ({ value, itemStyle: shade ? { color: shade } : undefined, label: { show: true, position: value < 0 ? "left" : "right", formatter: label, color: colour("--ink") } })) }],
  });

  const shadeOf = (tone, judged) => (judged < FEWEST || Math.abs(tone) < STRONG ? "--pale" : tone < 0 ? "--bad" : "--good");
  const toneOf = (tone, judged) => (state.relation === "TOGETHER" ? "has no direction" : judged < FEWEST ? `tone too few to tell (n = ${judged})` : `tone ${signed(tone / judged)} (n = ${judged})`);

  // -- one actor among the others: who speaks about it to the left, about whom it speaks to the right
  const ego = (incoming, outgoing) => {
    const middle = { id: "me", name: actors.name[only], x: 0, y: 0, symbolSize: 22, label: { position: "top", fontWeight: "bold", backgroundColor: colour("--paper"), padding: 2 } };
    const room = isNarrow() ? 14 : 30, beside = isNarrow() ? 124 : 230;
    const box = find("data-chart", "ego");
    // places in pixels, so that circles stay round: two corners that nobody sees keep the frame, however few actors stand in it
    const across = (box.clientWidth - 2 * beside) / 2, high = (box.clientHeight - 2 * room) / 2, apart = (2 * high) / Math.max(1, incoming.length - 1, outgoing.length - 1);
    const corners = [-1, 1].map((end) => ({ id: `corner ${end}`, name: "", x: end * across, y: end * high, symbol: "none", label: { show: false }, tooltip: { show: false } }));
    const widest = Math.max(...[...incoming, ...outgoing].map((edge) => edge.count));
    const side = (edges, end, x) => edges.map((edge, number) => ({
      id: `${x} ${edge[end]}`, name: actors.name[edge[end]], x: x < 0 ? -across : across, y: apart * (number - (edges.length - 1) / 2), symbolSize: 8,
      label: { position: x < 0 ? "left" : "right" },
    }));
    const line = (edge, source, target) => {
      const shade = shadeOf(edge.tone / (edge.judged || 1), edge.judged);
      return {
        source, target, told: `${actors.name[edge.from]} → ${actors.name[edge.to]}: ${edge.count}, ${toneOf(edge.tone, edge.judged)}`,
        lineStyle: { width: 1 + 6 * Math.sqrt(edge.count / widest), color: colour(shade), type: shade === "--bad" ? "dashed" : "solid", curveness: 0.08, opacity: 0.8 },
      };
    };
    return {
      ...basis(),
      tooltip: tip({ formatter: (item) => (item.dataType === "edge" ? item.data.told : item.name) }),
      series: [{
        type: "graph", layout: "none", roam: false, left: beside, right: beside, top: room, bottom: room,
        edgeSymbol: ["none", "arrow"], edgeSymbolSize: 8, itemStyle: { color: colour("--link") },
        label: { show: true, color: colour("--ink"), fontSize: isNarrow() ? 10 : 12, formatter: (item) => cut(item.name, isNarrow() ? 18 : 34) },
        data: [...side(incoming, "from", -1), middle, ...side(outgoing, "to", 1), ...corners],
        links: [...incoming.map((edge) => line(edge, `-1 ${edge.from}`, "me")), ...outgoing.map((edge) => line(edge, "me", `1 ${edge.to}`))],
      }],
    };
  };

  const KINDS = {
    voice() {
      const speakers = most("quotes", 7);
      const total = data.quotes.reduce((sum, count) => sum + count, 0);
      const shares = speakers.map(({ actor }) => data.quotes.map((all, period) => (all >= FEWEST ? (100 * (cellOf(period, actor)?.quotes ?? 0)) / all : null)));
      const others = data.quotes.map((all, period) => (all >= FEWEST ? Math.max(0, 100 - shares.reduce((sum, share) => sum + share[period], 0)) : null));
      tell("voice", `n = ${many(total)} quotations with a named speaker, ${chosen()}`, [data.grain, "all quotations", ...speakers.map(({ name }) => name), "all others"], data.periods.map((name, period) => [name, data.quotes[period], ...[...shares, others].map((share) => percent(share[period]))]));
      if (!speakers.length || !shares.some((share) => share.some((value) => value))) return null;
      const series = speakers.map(({ name }, place) => ({ name, data: shares[place] }));
      // where the others have nearly all in any period, drawing them would press the shares that are asked for flat
      const isWhole = others.every((other) => other === null || other < 60);
      if (isWhole) series.push({ name: "all others", data: others, itemStyle: { color: colour("--other") } });
      return bands(data.periods, series.map((one) => ({ ...one, type: "bar", stack: "all", barMaxWidth: 40, barCategoryGap: "12%" })), (value) => (value == null ? "too few to tell" : `${Math.round(value)}%`), isWhole ? 100 : undefined);
    },
    actors() {
      const entries = most("stories", 15);
      tell("actors", `n = ${entries.length} actors, ${chosen()}`, ["actor", "stories", "articles", "mentions", "quotations"], entries.map((entry) => [entry, entry.stories, entry.articles, entry.mentions, entry.quotes]));
      return entries.length ? bars(entries.map(({ name, stories, articles }) => ({ name, value: stories, label: many(stories), shown: `${many(stories)} stories, ${many(articles)} articles` })), { minInterval: 1 }) : null;
    },
    tone() {
      const entries = most("judged", 15).filter((entry) => entry.judged >= FEWEST).map((entry) => ({ ...entry, mean: entry.tone / entry.judged })).sort((a, b) => b.mean - a.mean);
      tell("tone", entries.length ? `n = ${many(entries.reduce((sum, entry) => sum + entry.judged, 0))} mentions judged, ${chosen()}` : `too few to tell, ${chosen()}`, ["actor", "mean tone", "mentions judged"], entries.map((entry) => [entry, signed(entry.mean), entry.judged]));
      const shown = entries.map(({ name, mean, judged: n }) => ({ name, value: Number(mean.toFixed(2)), label: signed(mean), shown: `${signed(mean)}, n = ${n}`, shade: colour(shadeOf(mean, n)) }));
      return shown.length ? bars(shown, { min: -1, max: 1, axisLabel: { formatter: (value) => (value ? signed(value) : "0"), color: colour("--pale") } }) : null;
    },
    timeline() {
      const values = ["mentions", "quotes", "articles"].map((name) => ({ name: name === "quotes" ? "quotations" : name, data: data.periods.map((_, period) => cellOf(period, only)?.[name] ?? 0) }));
      const total = values[0].data.reduce((sum, value) => sum + value, 0);
      tell("timeline", `n = ${many(total)} mentions, ${chosen()}`, [data.grain, ...values.map(({ name }) => name)], data.periods.map((name, row) => [name, ...values.map((value) => value.data[row])]));
      return total ? bands(data.periods, values.slice(0, 2).map((value) => ({ ...value, type: "bar", barMaxWidth: 24 })), (value) => many(value)) : null;
    },
    ego() {
      const edges = only === null ? [] : window.personaeFacts.relate(state.relation || "SPEAK", state, only);
      const count = isNarrow() ? 7 : 10;
      const incoming = edges.filter((edge) => edge.to === only).slice(0, count), outgoing = edges.filter((edge) => edge.from === only).slice(0, count);
      tell("ego", `n = ${edges.length} pairs, ${chosen()}`, ["from", "to", state.relation === "TOGETHER" ? "articles" : "how often", "tone"], edges.slice(0, 100).map(({ from, to, count: often, tone, judged }) => [{ name: actors.name[from] }, { name: actors.name[to] }, often, toneOf(tone, judged)]));
      return edges.length ? ego(incoming, outgoing) : null;
    },
  };

  const draw = async (filters) => {
    state = filters;
    ({ actors } = await window.personaeFacts.ready);
    const named = document.querySelector("[data-actor]")?.dataset.actor || state.actor;
    only = window.personaeFacts.find(named) ?? (document.querySelector("[data-chart=ego]") ? window.personaeFacts.relate(state.relation || "SPEAK", state)[0]?.from ?? null : null);
    data = window.personaeFacts.count(state, document.querySelector("[data-actor]") ? only : null);
    for (const place of document.querySelectorAll(".grain")) place.textContent = data.grain;
    for (const box of document.querySelectorAll("[data-chart]")) {
      const kind = box.dataset.chart;
      box.classList.remove("empty");
      const option = KINDS[kind]();
      key(box, option?.xAxis?.type === "category" ? option.series : []);
      charts.get(kind)?.dispose();
      charts.delete(kind);
      if (!option) {
        box.classList.add("empty");
        box.replaceChildren(Object.assign(document.createElement("p"), { className: "none", textContent: "Too little data to draw a chart for this choice." }));
        continue;
      }
      box.replaceChildren();
      const chart = echarts.init(box, null, { renderer: "svg" });
      chart.setOption(option);
      charts.set(kind, chart);
    }
  };
  window.personaeDraw = [...(window.personaeDraw ?? []), draw];
})();
