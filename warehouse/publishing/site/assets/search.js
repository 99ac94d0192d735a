"use strict";
// Search over every actor, headline and sentence: terms from the chunks of the index, sentences from the chunks of texts, ranked by BM25.
(() => {
  const { load, rising, home } = window.personaeData;
  const $ = (selector) => document.querySelector(selector);
  const MOST = 600, CHUNKS = 16; // sentences that are read and ranked for one search, and chunks they are read from
  const PAGE = 25;
  const [K1, B] = [1.2, 0.75]; // the usual constants of BM25
  const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const wordsOf = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const make = (tag, text = "", more = {}) => Object.assign(document.createElement(tag), { textContent: text, ...more });
  let articles, actors, spoken, place, run = 0;

  // -- the index: chunks are sorted by their first term
  const lastBefore = (list, value) => { // the last place whose entry is not after the value
    let low = 0, high = list.length;
    while (low < high) { const middle = (low + high) >> 1; if (list[middle] <= value) low = middle + 1; else high = middle; }
    return low - 1;
  };
  const chunks = new Map();
  const chunk = (shard) => {
    if (!chunks.has(shard)) chunks.set(shard, load(`index-${shard}`).then((packed) => window.personaePostings(packed, articles.first.at(-1))));
    return chunks.get(shard);
  };
  const postings = async (term) => {
    const shard = lastBefore(articles.shards, term);
    return shard < 0 ? [] : (await chunk(shard)).get(term) ?? [];
  };
  // "tariff" finds "tariffs", and the other way round
  const forms = (word) => (/^\d|^.{1,2}$/.test(word) ? [word] : word.endsWith("s") ? [word, word.slice(0, -1)] : [word, `${word}s`]);
  // lists of numbers are sorted: put together and compared in one pass
  const either = (lists) => {
    if (lists.length === 1) return lists[0];
    const all = Int32Array.from(lists.flatMap((list) => [...list])).sort();
    return all.filter((number, row) => number !== all[row - 1]);
  };
  const both = (one, other) => {
    let row = 0;
    return one.filter((number) => {
      while (row < other.length && other[row] < number) row++;
      return other[row] === number;
    });
  };

  // -- what is asked: words, "phrases", and the choices of the form
  const parse = (text) => {
    const phrases = [...text.matchAll(/"([^"]+)"/g)].map(([, phrase]) => wordsOf(phrase)).filter((phrase) => phrase.length);
    return { phrases, words: [...new Set(wordsOf(text))].filter((word) => word.length > 1 && !articles.stops.includes(word)) };
  };
  const read = () => Object.fromEntries([...new FormData($("#search"))].map(([name, value]) => [name, String(value).trim()]));
  const actorOf = (text) => place.get(text) ?? place.get(/\(([^()\s]+)\)$/.exec(text)?.[1]) ?? actors.name.findIndex((name) => plain(name) === plain(text));

  const findActors = (words) => {
    if (!words.length) return [];
    const found = [];
    for (let number = 0; number < actors.name.length && found.length < 12; number++) {
      const name = wordsOf(actors.name[number]);
      if (words.every((word) => name.some((part) => part.startsWith(word)))) found.push(number);
    }
    return found;
  };

  const candidates = async ({ words, terms }) => {
    const of = await Promise.all(words.map(async (word) => either(await Promise.all(forms(word).map(postings)))));
    const known = words.map((word, number) => ({ word, list: of[number] })).filter(({ list }) => list.length);
    const lists = [...known.map(({ list }) => list), ...(await Promise.all(terms.map(postings)))];
    const found = lists.length ? lists.sort((a, b) => a.length - b.length).reduce(both) : [];
    return { found, known, left: words.filter((_, number) => !of[number].length) };
  };

  const fits = (article, asked) => {
    const day = articles.day[article];
    if (asked.outlet && articles.outlets[articles.outlet[article]] !== asked.outlet) return false;
    if (asked.from && (!day || day < asked.from)) return false;
    if (asked.to && (!day || day > asked.to)) return false;
    if (asked.field) {
      const [name, ...value] = asked.field.split(":");
      const field = articles.fields[name];
      if (!field || field.values[field.of[article]] !== value.join(":")) return false;
    }
    return true;
  };

  // Which of many sentences are read: those of articles that hold most of them, quoted ones first, from few chunks.
  const choose = (hits, where, speakers) => {
    const dense = new Map();
    for (const article of where) dense.set(article, (dense.get(article) ?? 0) + 1);
    const byWorth = Array.from({ length: 11 }, () => []);
    hits.forEach((number, row) => byWorth[Math.min(dense.get(where[row]), 8) + (speakers[row] === undefined ? 0 : 2)].push(number));
    const chunks = new Set(), chosen = [];
    for (const list of byWorth.reverse()) {
      for (let row = list.length - 1; row >= 0 && chosen.length < MOST; row--) {
        const chunk = lastBefore(articles.texts, list[row]);
        if (chunks.size < CHUNKS) chunks.add(chunk);
        if (chunks.has(chunk)) chosen.push(list[row]);
      }
    }
    return chosen;
  };
  const rank = async (hits, words, phrases, holding) => {
    const total = articles.first.at(-1);
    const weights = holding.map((count) => Math.log(1 + (total - count + 0.5) / (count + 0.5)));
    const texts = await Promise.all(hits.map(sentence));
    const tokens = texts.map(([text]) => wordsOf(text));
    const mean = tokens.reduce((sum, list) => sum + list.length, 0) / (tokens.length || 1);
    const joined = (list) => ` ${list.join(" ")} `;
    return hits.map((number, row) => {
      // fragments say little: a sentence shorter than the mean is not preferred
      const length = Math.max(tokens[row].length, mean);
      const score = words.reduce((sum, word, column) => {
        const count = tokens[row].filter((token) => forms(word).includes(token)).length;
        return sum + (weights[column] * count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / mean));
      }, 0);
      return { number, text: texts[row], score, isSpoken: speakerOf(number) !== undefined, tokens: tokens[row] };
    })
      .filter((hit) => phrases.every((phrase) => joined(hit.tokens).includes(joined(phrase))))
      .sort((a, b) => b.score - a.score || b.isSpoken - a.isSpoken || b.number - a.number);
  };

  const sentence = async (number) => {
    const chunk = lastBefore(articles.texts, number);
    return (await load(`texts-${chunk}`))[number - articles.texts[chunk]];
  };
  const articleOf = (number) => lastBefore(articles.first, number);
  // the same for many sentences in their order
  const articlesOf = (hits) => { let at = 0; return Int32Array.from(hits, (number) => { while (articles.first[at + 1] <= number) at++; return at; }); };
  const speakersOf = (hits) => {
    let row = 0;
    return Array.from(hits, (number) => {
      while (row < spoken.passage.length && spoken.passage[row] < number) row++;
      return spoken.passage[row] === number ? spoken.speaker[row] : undefined;
    });
  };
  const speakerOf = (number) => { // undefined: nobody's words; -1: the words of somebody not known
    const row = lastBefore(spoken.passage, number);
    return spoken.passage[row] === number ? spoken.speaker[row] : undefined;
  };

  // -- showing: text alone, never markup
  const marked = (text, words) => {
    const wanted = new Set(words.flatMap(forms));
    const box = document.createDocumentFragment();
    for (const part of text.split(/([\p{L}\p{N}\p{M}]+)/u)) box.append(wanted.has(plain(part)) ? make("mark", part) : part);
    return box;
  };
  const link = (text, href) => (href ? make("a", text, { href: home + href }) : make("span", text));
  const nameOf = (number) => (number >= 0 ? actors.name[number] : "unnamed speaker");

  const showHit = async ({ number, text: [words, start], copies }, asked) => {
    const article = articleOf(number), speaker = speakerOf(number);
    const item = make("li");
    const said = item.appendChild(make("p", "", { className: "hit" }));
    if (speaker !== undefined) said.append(link(nameOf(speaker), actors.page[speaker]), ": ");
    const page = articles.page[article];
    said.append(page ? make("a", "", { href: `${home}${page}#s-${start}`, className: "plain" }) : make("span"));
    said.lastChild.append(marked(words, asked.words));
    const about = [articles.outlets[articles.outlet[article]] ?? "unknown outlet", articles.day[article] ?? "no date", articles.title[article] ?? "no headline"];
    const source = item.appendChild(make("p", about.join(" · "), { className: "source" }));
    if (copies > 1) source.append(` · printed ${copies} times`);
    const around = make("button", "show context", { type: "button", className: "quiet" });
    around.addEventListener("click", async () => {
      const low = Math.max(articles.first[article], number - 2), high = Math.min(articles.first[article + 1], number + 3);
      const texts = await Promise.all(Array.from({ length: high - low }, (_, step) => sentence(low + step)));
      around.replaceWith(make("blockquote", texts.map(([text]) => text).join(" ")));
    });
    source.append(" ", around);
    return item;
  };

  const showActors = (found) => {
    $("#actors-found").replaceChildren(...found.map((number) => {
      const item = make("li");
      item.append(link(actors.name[number], actors.page[number]), make("span", ` ${actors.kind[number].replaceAll("_", " ")} · ${actors.articles[number].toLocaleString("en")} article${actors.articles[number] === 1 ? "" : "s"} · `, { className: "pale" }));
      for (const [text, name] of [["sentences that name them", "actor"], ["their words", "speaker"]]) {
        item.append(make("a", text, { href: `#${new URLSearchParams({ [name]: actors.id[number] })}` }), name === "actor" ? " · " : "");
      }
      return item;
    }));
    $("#actors-part").hidden = !found.length;
  };

  const spread = (keys) => {
    const counts = new Map();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]);
  };
  const showSpread = (where, said) => {
    const of = Array.from(where);
    const speakers = spread(said.filter((speaker) => speaker >= 0)).slice(0, 10);
    const years = spread(of.map((article) => articles.day[article]?.slice(0, 4) ?? "no date")).sort((a, b) => a[0].localeCompare(b[0]));
    const outlets = spread(of.map((article) => articles.outlets[articles.outlet[article]] ?? "")).filter(([name]) => name).slice(0, 10);
    const parts = [
      ["Who says it", speakers, (speaker) => actors.name[speaker], (speaker) => ({ speaker: actors.id[speaker] })],
      ["When", years, (year) => year, (year) => (/^\d/.test(year) ? { from: `${year}-01-01`, to: `${year}-12-31` } : null)],
      ["Where", outlets, (name) => name, (name) => ({ outlet: name })],
    ];
    $("#spread").replaceChildren(...parts.filter(([, list]) => list.length > 1).map(([title, list, name, narrow]) => {
      const line = make("p", `${title}: `);
      list.forEach(([key, count], number) => {
        const choice = narrow(key);
        line.append(number ? " · " : "", choice ? make("a", name(key), { href: `#${new URLSearchParams({ ...asked(), ...choice })}` }) : name(key), ` ${count.toLocaleString("en")}`);
      });
      return line;
    }));
  };

  const asTerms = (form) => {
    const terms = [], unknown = [];
    for (const name of ["actor", "speaker"]) {
      if (!form[name]) continue;
      const number = actorOf(form[name]);
      if (number >= 0) terms.push(`${name} ${number}`); else unknown.push(form[name]);
    }
    if (form.pair) {
      const [relation, ...ends] = form.pair.split(" ");
      terms.push(["pair", relation, ...ends.map((id) => place.get(id))].join(" "));
    }
    return { terms, unknown };
  };

  const search = async () => {
    const mine = ++run;
    const form = read();
    const { phrases, words } = parse(form.words);
    const { terms, unknown } = asTerms(form);
    showActors(findActors(words));
    $("#found").replaceChildren();
    $("#spread").replaceChildren();
    $("#more").hidden = true;
    const tell = (text) => { $("#hits").textContent = text; };
    if (unknown.length) return tell(`No actor is called ${unknown.join(" or ")}. Choose one from the list.`);
    if (!words.length && !terms.length) return tell("");
    if (articles.first.length < 2) return tell("This site was built without texts, so search finds only actors.");
    const started = performance.now();
    const { found, known, left } = await candidates({ words, terms });
    const fitting = Uint8Array.from(articles.day, (_, article) => (fits(article, form) ? 1 : 0));
    const near = articlesOf(found);
    const allowed = [...found].filter((_, row) => fitting[near[row]]);
    const hits = await rank(choose(allowed, articlesOf(allowed), speakersOf(allowed)), known.map(({ word }) => word), phrases, known.map(({ list }) => list.length));
    if (mine !== run) return;
    // word for word the same in several articles: shown once
    const distinct = new Map();
    for (const hit of hits) {
      const seen = distinct.get(hit.text[0]);
      if (seen) seen.copies++; else distinct.set(hit.text[0], { ...hit, copies: 1 });
    }
    const shown = [...distinct.values()];
    const counted = phrases.length ? hits.map(({ number }) => number).sort((a, b) => a - b) : allowed;
    const where = articlesOf(counted);
    const some = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
    tell(`${some(counted.length, "sentence")} in ${some(new Set(where).size, "article")}`
      + `${hits.length < counted.length ? `; the best ${hits.length.toLocaleString("en")} are listed` : ""}${left.length ? `; no sentence has ${left.join(", ")}` : ""}.`);
    $("#hits").dataset.ms = Math.round(performance.now() - started);
    showSpread(where, speakersOf(counted));
    let next = 0;
    const showMore = async () => {
      const part = shown.slice(next, next + PAGE);
      next += PAGE;
      $("#found").append(...(await Promise.all(part.map((hit) => showHit(hit, { words })))));
      $("#more").hidden = next >= shown.length;
    };
    $("#more").onclick = showMore;
    await showMore();
  };

  // -- the state stands in the address, so that a search can be sent to somebody
  const fromAddress = () => {
    const given = new URLSearchParams(location.hash.slice(1));
    for (const field of $("#search").elements) if (field.name) field.value = given.get(field.name) ?? "";
    for (const name of ["actor", "speaker"]) {
      const number = place.get(given.get(name));
      if (number !== undefined) $(`#search [name=${name}]`).value = shownActor(number);
    }
    search();
  };
  const toAddress = () => {
    history.replaceState(null, "", `#${new URLSearchParams(asked())}`);
  };
  const asked = () => Object.fromEntries(Object.entries(read()).filter(([, value]) => value).map(([name, value]) => (
    [name, ["actor", "speaker"].includes(name) && actorOf(value) >= 0 ? actors.id[actorOf(value)] : value]
  )));
  const shownActor = (number) => `${actors.name[number]} (${actors.id[number]})`;

  const begin = async () => {
    [articles, actors] = await Promise.all([load("articles"), load("actors")]);
    articles.first = rising(articles.first);
    spoken = articles.shards.length ? await load("speakers") : { passage: [], speaker: [] };
    spoken.passage = rising(spoken.passage);
    place = new Map(actors.id.map((id, number) => [id, number]));
    $("#actor-list").append(...actors.name.slice(0, 500).map((_, number) => make("option", "", { value: shownActor(number) })));
    $("#search [name=outlet]").append(...articles.outlets.map((name) => make("option", name, { value: name })));
    const field = $("#search [name=field]");
    for (const [name, { values }] of Object.entries(articles.fields)) {
      const group = field.appendChild(make("optgroup", "", { label: name }));
      group.append(...[...values].sort().map((value) => make("option", value, { value: `${name}:${value}` })));
    }
    field.closest("label").hidden = field.options.length < 2;
    let typing;
    const later = () => { clearTimeout(typing); typing = setTimeout(() => { toAddress(); search(); }, 250); };
    $("#search").addEventListener("input", later);
    $("#search").addEventListener("submit", (event) => { event.preventDefault(); toAddress(); search(); });
    $("#search").addEventListener("reset", () => setTimeout(() => { $("#search [name=pair]").value = ""; toAddress(); search(); }));
    addEventListener("hashchange", fromAddress);
    fromAddress();
  };
  begin();
})();
