/** The "as known on" slider. */
import type { View } from "./view.ts";
import { day } from "./words.ts";

export function slider(view: View): void {
  const range = document.getElementById("known");
  if (!(range instanceof HTMLInputElement)) return;
  const told = document.getElementById("known-day");
  let waiting = false;
  const name = (): void => {
    const known = day(view.data.days[Number(range.value)] ?? null);
    if (told) told.textContent = known;
    range.setAttribute("aria-valuetext", known);
  };
  range.closest<HTMLElement>(".slider")?.removeAttribute("hidden");
  range.value = String(view.day);
  name();
  range.addEventListener("input", () => {
    name();
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      view.show(Number(range.value));
    });
  });
}
