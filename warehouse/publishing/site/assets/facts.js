"use strict";
// Counts of actors and of pairs of actors in articles, added up for every choice of the filter bar. All numbers of charts and matrices come from here.
window.personaeFacts = (() => {
  const { load, rising } = window.personaeData;
  const MOST_PERIODS = 215, FILLED = 0.5; // a chart of more periods, or of more gaps than that, counts by the next coarser one
  let articles, actors, facts, pairs;

  const ready = (async () => {
    [articles, actors, facts, pairs] = await Promise.all(["articles", "actors", "facts", "pairs"].map(load));
    facts = { ...facts, article: rising(facts.article) };
    pairs = { ...pairs, article: rising(pairs.article) };
    actors.place = new Map(actors.id.map((id, number) => [id, number]));
    return { articles, actors, facts, pairs };
  })();

  // an actor by id or name
  const find = (text) => {
    if (!text) return null;
    const number = actors.place.get(text) ?? actors.name.findIndex((name) => name.toLowerCase() === text.toLowerCase());
    return number >= 0 ? number : null;
  };

  // -- what the filter bar leaves
  const articleMask = (state) => {
    const outlet = state.outlet ? articles.outlets.indexOf(state.outlet) : -1;
    const [name, ...value] = (state.field ?? "").split(":");
    const field = articles.fields[name];
    const wanted = field ? field.values.indexOf(value.join(":")) : -1;
    return Uint8Array.from(articles.day, (day, number) => (
      (!state.outlet || articles.outlet[number] === outlet) && (!field || field.of[number] === wanted)
      && (!state.from || (day !== null && day >= state.from)) && (!state.to || (day !== null && day <= state.to))
    ) ? 1 : 0);
  };
  const actorMask = (state) => Uint8Array.from(actors.kind, (kind, number) => (
    (state.generic || kind !== "generic") && (!state.kind || kind === state.kind) && (!state.country || actors.country[number] === state.country)
  ) ? 1 : 0);

  // -- periods: the finest that is neither too long to read nor mostly empty
  const DAY = 864e5;
  const monday = (day) => new Date(Date.parse(day) - ((new Date(day).getUTCDay() + 6) % 7) * DAY).toISOString().slice(0, 10);
  const GRAINS = { day: (day) => day, week: monday, month: (day) => day.slice(0, 7), year: (day) => day.slice(0, 4) };
  const between = (grain, first, last) => {
    const of = GRAINS[grain];
    const found = [];
    const step = grain === "week" ? 7 * DAY : DAY;
    if (grain === "year") for (let year = +first.slice(0, 4); year <= +last.slice(0, 4); year++) found.push(String(year));
    else for (let time = Date.parse(grain === "week" ? monday(first) : first); time <= Date.parse(last); time += step) {
      const period = of(new Date(time).toISOString().slice(0, 10));
      if (period !== found.at(-1)) found.push(period);
      if (found.length > MOST_PERIODS) break;
    }
    if (grain === "month" && found.at(-1) < last.slice(0, 7) && found.length <= MOST_PERIODS) found.push(last.slice(0, 7));
    return found;
  };
  const chooseGrain = (days) => {
    if (!days.length) return { grain: "day", periods: [] };
    for (const grain of ["day", "week", "month"]) {
      const periods = between(grain, days[0], days.at(-1));
      if (periods.length <= MOST_PERIODS && new Set(days.map(GRAINS[grain])).size >= FILLED * periods.length) return { grain, periods };
    }
    return { grain: "year", periods: between("year", days[0], days.at(-1)) };
  };

  // -- counts by period and actor; `only` names the one actor that is wanted
  const count = (state, only = null) => {
    const inside = articleMask(state), wanted = actorMask(only === null ? state : { generic: true });
    const days = articles.day.filter((day, number) => day !== null && inside[number]);
    const { grain, periods } = chooseGrain(days);
    const column = new Map(periods.map((period, number) => [period, number]));
    const periodOf = articles.day.map((day) => (day === null ? undefined : column.get(GRAINS[grain](day))));
    const quotes = new Array(periods.length).fill(0);
    inside.forEach((is, number) => { if (is && periodOf[number] !== undefined) quotes[periodOf[number]] += articles.quotes[number]; });
    const sums = new Map(), cells = new Map(), told = new Set();
    const add = (map, key, row, isNew) => {
      const cell = map.get(key) ?? { mentions: 0, articles: 0, tone: 0, judged: 0, quotes: 0, stories: 0 };
      cell.mentions += facts.mentions[row]; cell.articles += facts.mentions[row] ? 1 : 0; cell.tone += facts.tone[row] / 100; cell.judged += facts.judged[row];
      cell.quotes += facts.quotes[row]; cell.stories += isNew;
      map.set(key, cell);
    };
    for (let row = 0; row < facts.article.length; row++) {
      const article = facts.article[row], actor = facts.actor[row];
      if (!inside[article] || (only === null ? !wanted[actor] : actor !== only)) continue;
      const story = actor * articles.day.length + articles.story[article];
      const isNew = facts.mentions[row] && !told.has(story) ? 1 : 0;
      if (isNew) told.add(story);
      add(sums, actor, row, isNew);
      if (periodOf[article] !== undefined) add(cells, periodOf[article] * actors.name.length + actor, row, isNew);
    }
    return { grain, periods, quotes, sums, cell: (period, actor) => cells.get(period * actors.name.length + actor) };
  };

  // -- one table of counts: every cell by what its row and column are, of the article or of the actor
  const ofActor = { actor: (n) => n, gender: (n) => ({ f: "women", m: "men" })[actors.gender[n]] ?? null, party: (n) => actors.party[n], sector: (n) => actors.sector[n], country: (n) => actors.country[n], kind: (n) => actors.kind[n] };
  const dimension = (name, state) => {
    if (name in ofActor) return { of: (_, actor) => ofActor[name](actor), isOfActor: true };
    if (name === "outlet") return { of: (article) => articles.outlets[articles.outlet[article]] ?? null };
    if (name === "time") {
      const inside = articleMask(state);
      const { grain } = chooseGrain(articles.day.filter((day, number) => day !== null && inside[number]));
      const by = GRAINS[{ day: "day", week: "month", month: "year", year: "year" }[grain]];
      return { of: (article) => (articles.day[article] === null ? null : by(articles.day[article])) };
    }
    const field = articles.fields[name];
    return { of: (article) => (field ? field.values[field.of[article]] ?? null : null) };
  };
  const pivot = (rowName, columnName, state, only = null) => {
    const inside = articleMask(state), wanted = actorMask(state);
    const rowOf = dimension(rowName, state), columnOf = dimension(columnName, state);
    const cells = new Map(), rows = new Map(), columns = new Map();
    const needsPersons = [rowName, columnName].some((name) => ["gender", "party"].includes(name));
    const add = (map, key, row, article) => {
      const cell = map.get(key) ?? { articles: 0, last: -1, mentions: 0, quotes: 0, tone: 0, judged: 0 };
      if (cell.last !== article) { cell.articles++; cell.last = article; }
      cell.mentions += facts.mentions[row]; cell.quotes += facts.quotes[row]; cell.tone += facts.own[row] / 100; cell.judged += facts.ownJudged[row];
      map.set(key, cell);
    };
    for (let row = 0; row < facts.article.length; row++) {
      const article = facts.article[row], actor = facts.actor[row];
      if (!inside[article] || !wanted[actor] || (only !== null && actor !== only) || (needsPersons && actors.kind[actor] !== "person")) continue;
      const r = rowOf.of(article, actor), c = columnOf.of(article, actor);
      if (r === null || r === undefined || c === null || c === undefined) continue;
      add(cells, `${r}\u0000${c}`, row, article);
      add(rows, r, row, article);
      add(columns, c, row, article);
    }
    // a share of articles is one of all articles of the row, whoever they name
    const whole = new Map();
    if (!rowOf.isOfActor) inside.forEach((is, article) => { if (is) { const r = rowOf.of(article); if (r !== null) whole.set(r, (whole.get(r) ?? 0) + 1); } });
    return { cells, rows, columns, whole };
  };

  // -- pairs: who speaks about whom, who accuses whom …, and who is named in the same articles
  const relate = (relation, state, only = null) => {
    const inside = articleMask(state), wanted = actorMask({ ...state, country: "" });
    const isOfCountry = (from, to) => !state.country || actors.country[from] === state.country || actors.country[to] === state.country;
    const found = new Map();
    const add = (from, to, count, tone, judged) => {
      const key = from * actors.name.length + to;
      const edge = found.get(key) ?? { from, to, count: 0, articles: 0, tone: 0, judged: 0 };
      edge.count += count; edge.articles++; edge.tone += tone / 100; edge.judged += judged;
      found.set(key, edge);
    };
    const isKept = (from, to) => (wanted[from] || from === only) && (wanted[to] || to === only) && isOfCountry(from, to) && (only === null || from === only || to === only);
    if (relation === "TOGETHER") {
      let start = 0;
      for (let row = 0; row <= facts.article.length; row++) {
        if (row < facts.article.length && facts.article[row] === facts.article[start]) continue;
        if (inside[facts.article[start]]) {
          const here = [...facts.actor.slice(start, row)].filter((actor, at) => (actor < 300 || actor === only) && facts.mentions[start + at]);
          for (const from of here) for (const to of here) if (from !== to && (only === null || from === only) && isKept(from, to)) add(from, to, 1, 0, 0);
        }
        start = row;
      }
    } else {
      const code = pairs.relations.indexOf(relation);
      for (let row = 0; row < pairs.article.length; row++) {
        if (pairs.relation[row] === code && inside[pairs.article[row]] && isKept(pairs.from[row], pairs.to[row])) add(pairs.from[row], pairs.to[row], pairs.count[row], pairs.tone[row], pairs.judged[row]);
      }
    }
    return [...found.values()].sort((a, b) => b.count - a.count || a.from - b.from || a.to - b.to);
  };

  return { ready, find, count, pivot, relate, FEWEST: 5, STRONG: 0.3 }; // the last two as in warehouse/publishing/site/cells.py
})();
