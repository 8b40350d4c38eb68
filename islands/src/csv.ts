/** Figures and timeline as tables to save, of the day and the days chosen; cells that a spreadsheet would run are defused. */
import type { Claims } from "./claims.ts";
import { h } from "./dom.ts";
import type { View } from "./view.ts";

type Cell = string | number | null;

/** One cell: quoted where it must be, with an apostrophe where a spreadsheet would take it for a formula. */
export function cell(value: Cell): string {
  const text = value === null ? "" : String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [head, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

export function figuresTable(view: View, claims: Claims): string {
  const head = ["what", "place", "scope", "low", "best", "high", "speaker", "on", "value", "difference", "counted", "claim", "sentence"];
  return table(head, view.parts.figures.flatMap((f) => f.values.map((v): Cell[] => {
    const claim = view.claim(v[0]);
    return [view.text(f.what), view.text(f.place), view.text(f.scope), plain(f.low), plain(f.best), plain(f.high), view.text(v[2]), view.text(v[1]), plain(v[4]), view.text(v[6]), v[7] ? "yes" : "no", claim, claims.sentence(claim)];
  })));
}

export function timelineTable(view: View): string {
  const head = ["day", "until", "lane", "status", "title", "place", "claims"];
  return table(head, view.shown.map((i): Cell[] => [view.date(i.first), view.date(i.last), i.lane, i.status, view.text(i.title), view.text(i.place), i.claims.map((c) => view.claim(c)).join(" ")]));
}

/** A button behind a heading that saves a table as it is at that moment. */
export function download(heading: Element | null, file: string, content: () => string): void {
  const button = h("button", { type: "button", class: "save" }, `Save as ${file}`);
  button.addEventListener("click", () => {
    const address = URL.createObjectURL(new Blob([content()], { type: "text/csv;charset=utf-8" }));
    h("a", { href: address, download: file }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  });
  heading?.after(button);
}

function plain(written: string): string {
  return written.replaceAll(",", "");
}
