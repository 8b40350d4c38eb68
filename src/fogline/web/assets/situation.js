"use strict";
(() => {
  const states = [...document.querySelectorAll(".state")];
  const range = document.getElementById("known");
  const shown = document.getElementById("known-day");
  const show = (n) => {
    states.forEach((state, i) => { state.hidden = i !== n; });
    shown.textContent = states[n].dataset.day;
    if (range) range.setAttribute("aria-valuetext", states[n].dataset.day);
    for (const link of document.querySelectorAll("a.to")) link.href = "#" + link.dataset.part + states[n].dataset.at;
  };
  if (range) {
    document.getElementById("slider").hidden = false;
    range.value = String(states.length - 1);
    range.addEventListener("input", () => show(Number(range.value)));
    show(states.length - 1);
  }
  for (const filter of document.querySelectorAll(".filter")) {
    filter.hidden = false;
    const rows = [...filter.parentElement.querySelectorAll(".moments tbody tr")];
    filter.querySelector("select").addEventListener("change", (event) => {
      const day = event.target.value;
      for (const row of rows) row.hidden = day !== "" && !(row.dataset.from !== "" && row.dataset.from <= day && day <= row.dataset.to);
    });
  }
})();
