/** The "as known on" slider: one day's state is shown at a time. */
export function slider(page: Document): void {
  const range = page.getElementById("known");
  const states = [...page.querySelectorAll<HTMLElement>(".state")];
  if (!(range instanceof HTMLInputElement) || states.length === 0) return;
  const show = (at: number): void => {
    states.forEach((state, i) => { state.hidden = i !== at; });
    const day = states[at]?.dataset["day"] ?? "";
    const told = page.getElementById("known-day");
    if (told) told.textContent = day;
    range.setAttribute("aria-valuetext", day);
    const suffix = states[at]?.dataset["at"] ?? "";
    for (const link of page.querySelectorAll<HTMLAnchorElement>("a.to")) link.href = `#${link.dataset["part"]}${suffix}`;
  };
  range.closest<HTMLElement>(".slider")?.removeAttribute("hidden");
  range.value = String(states.length - 1);
  range.addEventListener("input", () => show(Number(range.value)));
  show(states.length - 1);
}
