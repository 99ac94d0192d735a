"use strict";
// The index of the search: terms and the numbers of their sentences, in Golomb-Rice codes, as warehouse/publishing/site/postings.py writes them.
window.personaePostings = ({ terms, counts, bits }, total) => {
  const bytes = Uint8Array.from(atob(bits), (sign) => sign.charCodeAt(0));
  const found = new Map();
  let term = "", place = 0;
  const bit = () => { const is = (bytes[place >> 3] >> (7 - (place & 7))) & 1; place++; return is; };
  terms.forEach((entry, row) => {
    term = term.slice(0, parseInt(entry[0], 36)) + entry.slice(1);
    const low = Math.max(31 - Math.clz32(Math.floor((7 * total) / (10 * counts[row]))), 0);
    const numbers = new Int32Array(counts[row]);
    let number = -1;
    for (let at = 0; at < numbers.length; at++) {
      let step = 0;
      while (!bit()) step++;
      for (let left = low; left; left--) step = (step << 1) | bit();
      number += step + 1;
      numbers[at] = number;
    }
    found.set(term, numbers);
  });
  return found;
};
