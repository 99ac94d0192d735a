"use strict";
// Charts from the numbers inside the page, added up anew for the days and country chosen. Each stands in a table beside it as well.
window.personaeCharts = (() => {
  const FEWEST = 5, STRONG = 0.3; // the same as in warehouse/publishing/site/cells.py
  const data = JSON.parse(document.getElementById("data").textContent);
  const charts = new Map();
  let state = {};
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
  const percent = (value) => (value === null ? "too few to tell" : `${value.toFixed(1)} %`);

  // -- numbers: a cell is period, actor, mentions, articles, sum of tones, mentions with a tone, quotations, stories that first named the actor then
  const weekLater = (day) => new Date(Date.parse(day) + 6 * 864e5).toISOString().slice(0, 10);
  const lastDay = { day: (day) => day, week: weekLater, month: (day) => `${day.slice(0, 7)}-31`, year: (day) => `${day.slice(0, 4)}-12-31` }[data.grain];
  // a period of which one day is chosen is counted whole
  const isIn = (period) => (!state.from || lastDay(data.periods[period]) >= state.from) && (!state.to || data.periods[period] <= state.to);
  const periods = () => data.periods.map((_, number) => number).filter(isIn);
  const cells = () => data.cells.filter(([period, actor]) => isIn(period) && (!state.country || data.actors[actor].country === state.country));
  const sums = () => {
    const found = data.actors.map((actor, place) => ({ ...actor, place, mentions: 0, articles: 0, tone: 0, judged: 0, quotes: 0, stories: 0 }));
    for (const [, actor, mentions, articles, tone, judged, quotes, stories] of cells()) {
      const sum = found[actor];
      sum.mentions += mentions; sum.articles += articles; sum.tone += tone; sum.judged += judged; sum.quotes += quotes; sum.stories += stories;
    }
    return found;
  };
  const most = (list, name, count) => list.filter((entry) => entry[name] > 0).sort((a, b) => b[name] - a[name] || a.name.localeCompare(b.name)).slice(0, count);
  const chosen = () => {
    const inside = periods();
    if (!inside.length) return "no days";
    return `${shownPeriod(inside[0])} to ${shownPeriod(inside.at(-1))}${state.country ? `, ${state.country}` : ""}`;
  };

  const shownPeriod = (period) => data.periods[period].slice(0, { month: 7, year: 4 }[data.grain]);

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

  // -- graphs
  const shadeOf = (tone, judged) => (tone === null || judged < FEWEST || Math.abs(tone) < STRONG ? "--pale" : tone < 0 ? "--bad" : "--good");
  const graph = (edges, isDirected) => {
    const weight = new Map();
    for (const [from, to, count] of edges) for (const end of [from, to]) weight.set(end, (weight.get(end) ?? 0) + count);
    const used = [...weight.keys()].sort((a, b) => weight.get(b) - weight.get(a));
    const heaviest = Math.max(...weight.values()), widest = Math.max(...edges.map((edge) => edge[2]));
    const room = isNarrow() ? 84 : 140;
    return {
      ...basis(),
      tooltip: tip({ formatter: (item) => (item.dataType === "edge" ? item.data.told : `${item.name}: ${item.value}`) }),
      series: [{
        type: "graph", layout: "circular", circular: { rotateLabel: true }, top: room, bottom: room, left: room, right: room, roam: false,
        edgeSymbol: ["none", isDirected ? "arrow" : "none"], edgeSymbolSize: 9, itemStyle: { color: colour("--link") },
        label: { show: true, color: colour("--ink"), fontSize: isNarrow() ? 10 : 12, formatter: (item) => cut(item.name, isNarrow() ? 12 : 20) },
        emphasis: { focus: "adjacency" },
        data: used.map((actor) => ({ id: String(actor), name: data.actors[actor].name, value: weight.get(actor), symbolSize: 6 + 22 * Math.sqrt(weight.get(actor) / heaviest) })),
        links: edges.map(([from, to, count, tone, judged]) => {
          const shade = isDirected ? shadeOf(tone, judged) : "--pale";
          return {
            source: String(from), target: String(to),
            told: `${data.actors[from].name} ${isDirected ? "→" : "and"} ${data.actors[to].name}: ${count}${isDirected ? ` quotations, ${toneOf(tone, judged)}` : " stories"}`,
            lineStyle: { width: 1 + 5 * Math.sqrt(count / widest), color: colour(shade), type: shade === "--bad" ? "dashed" : "solid", curveness: isDirected ? 0.25 : 0.12, opacity: 0.8 },
          };
        }),
      }],
    };
  };
  const toneOf = (tone, judged) => (tone === null || judged < FEWEST ? `tone too few to tell (n = ${judged})` : `tone ${signed(tone)} (n = ${judged})`);
  const ofCountry = ([from, to]) => !state.country || [from, to].some((actor) => data.actors[actor].country === state.country);

  const KINDS = {
    voice() {
      const speakers = most(sums(), "quotes", 7);
      const inside = periods();
      const total = inside.reduce((sum, period) => sum + data.quotes[period], 0);
      const count = new Map(cells().map(([period, actor, , , , , quotes]) => [`${period} ${actor}`, quotes]));
      const shares = speakers.map(({ place }) => inside.map((period) => (data.quotes[period] >= FEWEST ? (100 * (count.get(`${period} ${place}`) ?? 0)) / data.quotes[period] : null)));
      const others = inside.map((period, row) => (data.quotes[period] >= FEWEST ? 100 - shares.reduce((sum, share) => sum + share[row], 0) : null));
      const names = inside.map(shownPeriod);
      tell("voice", `n = ${many(total)} quotations with a named speaker, ${chosen()}`, [data.grain, "all quotations", ...speakers.map(({ name }) => name), "all others"], inside.map((period, row) => [names[row], data.quotes[period], ...[...shares, others].map((share) => percent(share[row]))]));
      if (!speakers.length) return null;
      const series = speakers.map(({ name }, place) => ({ name, data: shares[place] }));
      // where the others have nearly all in any period, drawing them would press the shares that are asked for flat
      const isWhole = others.every((other) => other === null || other < 60);
      if (isWhole) series.push({ name: "all others", data: others, itemStyle: { color: colour("--other") } });
      return bands(names, series.map((one) => ({ ...one, type: "bar", stack: "all", barMaxWidth: 40, barCategoryGap: "12%" })), (value) => (value == null ? "too few to tell" : `${Math.round(value)} %`), isWhole ? 100 : undefined);
    },
    actors() {
      const entries = most(sums(), "stories", 15);
      tell("actors", `n = ${entries.length} actors, ${chosen()}`, ["actor", "stories", "articles", "mentions", "quotations"], entries.map((entry) => [entry, entry.stories, entry.articles, entry.mentions, entry.quotes]));
      return entries.length ? bars(entries.map(({ name, stories, articles }) => ({ name, value: stories, label: many(stories), shown: `${many(stories)} stories, ${many(articles)} articles` })), { minInterval: 1 }) : null;
    },
    tone() {
      const judged = most(sums(), "judged", 400).filter((entry) => entry.judged >= FEWEST).slice(0, 15);
      const entries = judged.map((entry) => ({ ...entry, mean: entry.tone / entry.judged })).sort((a, b) => b.mean - a.mean);
      tell("tone", entries.length ? `n = ${many(entries.reduce((sum, entry) => sum + entry.judged, 0))} mentions judged, ${chosen()}` : `too few to tell, ${chosen()}`, ["actor", "mean tone", "mentions judged"], entries.map((entry) => [entry, signed(entry.mean), entry.judged]));
      const shown = entries.map(({ name, mean, judged: n }) => ({ name, value: Number(mean.toFixed(2)), label: signed(mean), shown: `${signed(mean)}, n = ${n}`, shade: colour(shadeOf(mean, n)) }));
      return shown.length ? bars(shown, { min: -1, max: 1, axisLabel: { formatter: (value) => (value ? signed(value) : "0"), color: colour("--pale") } }) : null;
    },
    timeline() {
      const inside = periods();
      const found = new Map(data.cells.map((cell) => [cell[0], cell]));
      const names = inside.map(shownPeriod);
      const values = [["mentions", 2], ["quotations", 6], ["articles", 3]].map(([name, column]) => ({ name, data: inside.map((period) => found.get(period)?.[column] ?? 0) }));
      tell("timeline", `n = ${many(values[0].data.reduce((sum, value) => sum + value, 0))} mentions, ${chosen()}`, [data.grain, ...values.map(({ name }) => name)], names.map((name, row) => [name, ...values.map((value) => value.data[row])]));
      return inside.length ? bands(names, values.slice(0, 2).map((value) => ({ ...value, type: "bar", barMaxWidth: 24 })), (value) => many(value)) : null;
    },
    said() {
      const edges = data.said.filter(ofCountry);
      tell("said", `n = ${edges.length} pairs`, ["speaker", "about", "quotations", "tone"], edges.map(([from, to, count, tone, judged]) => [data.actors[from], data.actors[to], count, toneOf(tone, judged)]));
      return edges.length ? graph(edges, true) : null;
    },
    together() {
      const edges = data.together.filter(ofCountry);
      tell("together", `n = ${edges.length} pairs`, ["actor", "with", "stories"], edges.map(([from, to, count]) => [data.actors[from], data.actors[to], count]));
      return edges.length ? graph(edges, false) : null;
    },
  };

  const draw = (filters) => {
    state = filters;
    for (const box of document.querySelectorAll("[data-chart]")) {
      const kind = box.dataset.chart;
      const option = KINDS[kind]();
      key(box, option?.xAxis?.type === "category" ? option.series : []);
      charts.get(kind)?.dispose();
      charts.delete(kind);
      if (!option) {
        box.replaceChildren(Object.assign(document.createElement("p"), { className: "none", textContent: "Too few to draw for this choice." }));
        continue;
      }
      box.replaceChildren();
      const chart = echarts.init(box, null, { renderer: "svg" });
      chart.setOption(option);
      charts.set(kind, chart);
    }
  };
  return { draw };
})();
