"use strict";
// The reader's choice of light or dark is set before anything is painted.
try {
  const chosen = localStorage.getItem("personae-theme");
  if (chosen) document.documentElement.dataset.theme = chosen;
} catch { /* storage may be closed to pages from disk; then the system's setting holds */ }
