/** The incidents as they stood on a day. Those that are still the same are the page's own elements; others borrow its lines. */
import type { Claims } from "./claims.ts";
import type { Incident } from "./data.ts";
import { h, name } from "./dom.ts";
import type { View } from "./view.ts";
import { day } from "./words.ts";

export class Incidents {
  private readonly own = new Map<string, HTMLDetailsElement>();
  private readonly list: Element;
  private readonly view: View;
  private readonly claims: Claims;
  private shown: { readonly incident: Incident; readonly element: HTMLElement }[] = [];

  constructor(list: Element, view: View, claims: Claims) {
    [this.list, this.view, this.claims] = [list, view, claims];
    const elements = [...list.querySelectorAll<HTMLDetailsElement>(":scope > details")];
    view.parts.incidents.forEach((incident, i) => {
      const element = elements[i];
      if (element) this.own.set(key(incident), element);
    });
    this.shown = view.parts.incidents.flatMap((incident, i) => (elements[i] ? [{ incident, element: elements[i] }] : []));
  }

  /** The list of the view's day. */
  show(): void {
    this.claims.home();
    this.shown = this.view.parts.incidents.map((incident) => ({ incident, element: this.own.get(key(incident)) ?? this.made(incident) }));
    const rows: HTMLElement[] = [];
    let before: string | null | undefined;
    for (const { incident, element } of this.shown) {
      const first = this.view.date(incident.first);
      if (first !== before) rows.push(h("h3", {}, day(first)));
      before = first;
      rows.push(element);
    }
    this.list.replaceChildren(...(rows.length ? rows : [h("p", { class: "none" }, "No incident was known by this day.")]));
    const left = this.view.parts.claims.map((c) => this.view.claim(c.claim)).filter((c) => !this.claims.stands(c));
    if (left.length) this.list.append(h("details", {}, h("summary", {}, "Known by then, and of no incident yet"), this.claims.borrowed(left)));
    this.filter();
  }

  /** Only those of the chosen days. */
  filter(): void {
    for (const { incident, element } of this.shown) element.hidden = !this.view.meets(incident);
    let heading: HTMLElement | null = null;
    for (const element of this.list.children as HTMLCollectionOf<HTMLElement>) {
      if (element.tagName === "H3") (heading = element).hidden = this.view.chosen !== null;
      else if (heading && !element.hidden) heading.hidden = false;
    }
  }

  private made(incident: Incident): HTMLElement {
    const summary = h("summary", {}, h("i", {}, incident.lane), " ", name(this.view.text(incident.title)), " ", h("em", {}, incident.status.replaceAll("_", " ")));
    return h("details", { class: incident.status }, summary, this.claims.borrowed(incident.claims.map((c) => this.view.claim(c))));
  }
}

function key(incident: Incident): string {
  return `${incident.status} ${incident.title} ${incident.claims.join(" ")}`;
}
