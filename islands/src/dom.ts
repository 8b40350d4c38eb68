/** Elements without markup in strings: text from reports is only ever text. */

export type Child = Node | string | null | false;
type Attributes = Readonly<Record<string, string | number | boolean | null>>;
const SVG = "http://www.w3.org/2000/svg";

export function h<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  return filled(document.createElement(tag), attributes, children);
}

export function s<K extends keyof SVGElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): SVGElementTagNameMap[K] {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

function filled<T extends Element>(element: T, attributes: Attributes, children: Child[]): T {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((c): c is Node | string => c !== null && c !== false));
  return element;
}

/** A name from a report, isolated: its direction of writing does not spread. */
export function name(text: string): HTMLElement {
  return h("bdi", {}, text);
}

/** A table in a region that scrolls; the first row are the headings, those with a leading # are of numbers. */
export function table(label: string, headings: readonly string[], rows: readonly Child[][], kind = ""): HTMLElement {
  const head = headings.map((t) => h("th", { scope: "col", class: t.startsWith("#") ? "n" : null }, t.replace(/^#/, "")));
  const body = rows.map((cells) => h("tr", {}, ...cells.map((c) => (c instanceof HTMLTableCellElement ? c : h("td", {}, c)))));
  const made = h("table", { class: kind || null }, h("thead", {}, h("tr", {}, ...head)), h("tbody", {}, ...body));
  return h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": label }, made);
}
