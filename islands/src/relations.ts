/** The edge list beside the network. */
import { h, name, table, type Child } from "./dom.ts";
import { refs } from "./places.ts";
import type { View } from "./view.ts";
import { range } from "./words.ts";

export function relations(section: Element, view: View): void {
  const rows = view.parts.edges.map((e): Child[] => [
    name(view.text(e.source[0])), view.text(e.type), name(view.text(e.target[0])),
    h("td", { class: "d" }, range(view.date(e.first), view.date(e.last))), refs(e.claims, view),
  ]);
  const made = table("Relations between actors", ["Who", "Relation", "Whom", "Told", "Claims"], rows, "edges");
  made.classList.add("tall");
  const none = h("p", { class: "none" }, "No relation between actors is told.");
  const old = section.querySelector("table.edges")?.parentElement ?? section.querySelector(".none");
  old?.replaceWith(rows.length ? made : none);
}
