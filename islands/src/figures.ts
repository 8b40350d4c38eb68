/** Key figures: cards with charts, a table of the others, behind each the ledger of its claims. */
import type { Figure, Value } from "./data.ts";
import { h, name, table, type Child } from "./dom.ts";
import type { Claims } from "./claims.ts";
import { chart } from "./steps.ts";
import type { View } from "./view.ts";
import { short } from "./words.ts";

export function figures(section: Element, view: View, claims: Claims): void {
  const held = view.parts.figures;
  const cards = held.filter((f) => f.card).map((f) => card(f, view, claims));
  const others = held.filter((f) => !f.card);
  const old = section.querySelector<HTMLDetailsElement>(":scope > .others");
  const shown: Child[] = held.length ? [h("div", { class: "figures" }, ...cards)] : [h("p", { class: "none" }, "No figure was known by this day.")];
  if (others.length) shown.push(rest(others, view, claims, old?.open ?? false));
  for (const gone of section.querySelectorAll(":scope > .figures, :scope > .none, :scope > .others")) gone.remove();
  section.append(...shown.filter((c): c is Node => c instanceof Node));
}

function card(figure: Figure, view: View, claims: Claims): HTMLElement {
  const many = figure.values.length === 1 ? "1 value and its sentence" : `${figure.values.length} values and their sentences`;
  return h("article", { class: "figure" },
    h("div", { class: "what" }, h("h3", {}, ...titled(figure, view)), h("p", { class: "scope" }, name(view.text(figure.scope)))),
    h("p", { class: "best" }, h("strong", {}, figure.best), " ", h("span", {}, `low ${figure.low} · high ${figure.high}`)),
    h("p", { class: "by" }, "best by ", name(view.text(figure.by))),
    chart(figure, view),
    h("details", {}, h("summary", {}, many), ...ledger(figure, view, claims)));
}

function rest(others: readonly Figure[], view: View, claims: Claims, open: boolean): HTMLElement {
  const rows = others.map((f): Child[] => {
    const only = f.values.length === 1 ? f.values[0] : undefined;
    const behind = only ? sentence(only, view, claims, 90) : h("details", {}, h("summary", {}, `${f.values.length} values`), ...ledger(f, view, claims));
    return [
      h("td", {}, ...titled(f, view), " ", h("span", { class: "scope" }, name(view.text(f.scope)))), h("td", { class: "n" }, h("b", {}, f.best)),
      h("td", { class: "n" }, `${f.low} – ${f.high}`), name(view.text(f.by)), h("td", { class: "read" }, behind),
    ];
  });
  const heads = ["What", "#Best", "#Low – high", "Best by", "Values and sentences"];
  return h("details", { class: "others", open }, h("summary", {}, `${others.length} more figure${others.length === 1 ? "" : "s"}`), table("More figures", heads, rows));
}

function titled(figure: Figure, view: View): Child[] {
  const place = view.text(figure.place);
  return place ? [view.text(figure.what), ", ", name(place)] : [view.text(figure.what)];
}

function ledger(figure: Figure, view: View, claims: Claims): Child[] {
  const rows = figure.values.map((v): Child[] => [
    h("td", { class: "d" }, short(view.text(v[1]))), h("td", {}, name(view.text(v[2])), v[3] ? " " : null, v[3] ? h("span", { class: "flag" }, "party") : null),
    h("td", { class: "n" }, v[4]), `${view.text(v[6])}${v[7] ? "" : " · not counted"}`, h("td", { class: "read" }, sentence(v, view, claims, 120)),
  ]);
  const label = `Values of ${view.text(figure.what)}`;
  return [h("p", { class: "basis" }, view.text(figure.basis)), table(label, ["Known", "Who says", "#Value", "Against what stood", "Sentence"], rows)];
}

function sentence(value: Value, view: View, claims: Claims, most: number): HTMLElement {
  return h("a", { href: view.href(value[0]) }, name(cut(claims.sentence(view.claim(value[0])), most)));
}

/** At most so many characters, at the end of a word (as Jinja's truncate does). */
export function cut(text: string, most: number): string {
  if (text.length <= most + 5) return text;
  const kept = text.slice(0, most - 3);
  return (kept.includes(" ") ? kept.slice(0, kept.lastIndexOf(" ")) : kept) + "...";
}
