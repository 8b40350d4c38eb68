/** The tables beside the map: who holds what, what cannot be placed, and what the map shows. */
import type { Incident } from "./data.ts";
import { h, name, table, type Child } from "./dom.ts";
import type { View } from "./view.ts";
import { range, short } from "./words.ts";

const MOST_REFS = 6, MOST_UNPLACED = 200, MOST_TITLES = 4;

export interface Spot { readonly name: string; readonly at: readonly number[]; readonly incidents: readonly Incident[] }

/** Incidents by where they are, the places with most first; a division is one place. */
export function spots(incidents: readonly Incident[], view: View): Spot[] {
  const held = new Map<string, Incident[]>();
  for (const incident of incidents) {
    if (!incident.at) continue;
    const key = incident.at.join(" ");
    held.set(key, [...(held.get(key) ?? []), incident]);
  }
  const found = [...held.values()].map((all) => ({ name: view.text(all[0]?.place ?? null), at: all[0]?.at ?? [], incidents: all }));
  return found.sort((a, b) => b.incidents.length - a.incidents.length);
}

export function refs(claims: readonly number[], view: View): HTMLTableCellElement {
  const links = claims.slice(0, MOST_REFS).flatMap((c, i): Child[] => [h("a", { href: view.href(c) }, String(i + 1)), " "]);
  return h("td", { class: "refs" }, ...links, claims.length > MOST_REFS ? `+${claims.length - MOST_REFS}` : null);
}

export function control(section: Element, view: View): void {
  const rows = view.parts.control.map((held): Child[] => {
    const state = view.text(held.state);
    return [
      name(view.text(held.place)), h("td", { class: state.startsWith("contested") ? "warn" : null }, state),
      name(view.text(held.holder) || "–"), h("td", { class: "d" }, short(view.date(held.since))), refs(held.claims, view),
    ];
  });
  const none: Child[][] = [[h("td", { colspan: 5 }, "Nobody is said to hold anything.")]];
  const made = table("Who holds what", ["Place", "State", "Holder", "Since", "Claims"], rows.length ? rows : none, "control");
  made.classList.add("tall");
  section.querySelector("table.control")?.parentElement?.replaceWith(made);
}

export function unplaced(section: Element, view: View): void {
  const rest = view.shown.filter((i) => !i.at);
  const list = rest.slice(0, MOST_UNPLACED).map((i) => h("li", {}, link(i, view), " ", h("span", { class: "d" }, short(view.date(i.first)))));
  if (rest.length > MOST_UNPLACED) list.push(h("li", {}, `and ${rest.length - MOST_UNPLACED} more in the list of incidents`));
  refill(section.querySelector(".unplaced"), `Cannot be placed: ${rest.length} (no place, a whole country, or outside the map)`, h("ul", { class: "plain" }, ...list));
}

export function placed(section: Element, view: View): void {
  const rows = spots(view.shown, view).map((spot): Child[] => {
    const titles = spot.incidents.slice(0, MOST_TITLES).flatMap((i, n): Child[] => [n ? "; " : null, link(i, view)]);
    const more = spot.incidents.length > MOST_TITLES ? ` +${spot.incidents.length - MOST_TITLES}` : null;
    return [name(spot.name), h("td", { class: "n" }, String(spot.incidents.length)), h("td", {}, ...titles, more)];
  });
  const made = table("The map as a table", ["Place", "#Incidents", "What"], rows);
  made.classList.add("tall");
  refill(section.querySelector(".placed"), "The map as a table", made);
}

export function link(incident: Incident, view: View): HTMLElement {
  const title = `${range(view.date(incident.first), view.date(incident.last))}, ${incident.status.replaceAll("_", " ")}`;
  return h("a", { href: view.href(incident.claims[0] ?? 0), title }, name(view.text(incident.title)));
}

function refill(details: Element | null, summary: string, content: HTMLElement): void {
  details?.replaceChildren(h("summary", {}, summary), content);
}
