"use strict";
// Data that pages load as they need it: scripts of data/, each with JSON, deflated, in base64. A page from disk may load nothing else.
window.personaeData = (() => {
  const home = document.currentScript.src.replace(/assets\/[^/]*$/, "");
  const waiting = new Map(), loaded = new Map();
  const unpack = (packed) => {
    const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).json();
  };
  window.personaeTake = (name, packed) => waiting.get(name)(packed);
  const load = (name) => {
    if (!loaded.has(name)) {
      loaded.set(name, new Promise((resolve, reject) => {
        waiting.set(name, (packed) => resolve(unpack(packed)));
        const script = document.createElement("script");
        script.src = `${home}data/${name}.js`;
        script.addEventListener("error", () => reject(new Error(`data/${name}.js is missing`)));
        document.head.append(script);
      }));
    }
    return loaded.get(name);
  };
  // numbers that only rise are written as differences
  const rising = (differences) => { let sum = 0; return Int32Array.from(differences, (step) => (sum += step)); };
  return { load, rising, home };
})();
