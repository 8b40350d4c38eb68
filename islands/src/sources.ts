/** The sources as they stood on a day. */
import { h, name, type Child } from "./dom.ts";
import type { View } from "./view.ts";

export function sources(section: Element, view: View): void {
  const known = new Map(view.parts.documents.map((d) => [d.document, d.copies]));
  for (const row of section.querySelectorAll<HTMLTableRowElement>(".documents tbody tr")) {
    const copies = known.get(row.id);
    row.hidden = copies === undefined;
    const cell = row.cells.item(3);
    if (cell) cell.textContent = copies ? String(copies) : "";
  }
  const rows = view.parts.origins.map((o) => h("tr", {}, ...([name(view.text(o.name)), view.text(o.standing)] as Child[]).map((c) => h("td", {}, c)), h("td", { class: "n" }, String(o.documents))));
  section.querySelector(".origins tbody")?.replaceChildren(...rows);
  const counts = section.querySelector(".counts");
  if (counts) counts.textContent = view.parts.counts[0]?.told ?? "";
  for (const hidden of document.querySelectorAll<HTMLElement>(".apart details")) {
    hidden.hidden = !hidden.querySelector("a[href]") || !known.has(hidden.querySelector("a[href]")?.getAttribute("href")?.slice(1) ?? "");
  }
}
