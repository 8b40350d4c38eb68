/** Contradictions as two columns: who says it is so, who says it is not. */
import type { Claims } from "./claims.ts";
import type { Dispute } from "./data.ts";
import { h, name } from "./dom.ts";
import type { View } from "./view.ts";
import { short } from "./words.ts";

export function contested(list: Element, view: View, claims: Claims): void {
  const open = view.parts.contested.filter((d) => d.admitted === null).map((d) => dispute(d, view, claims));
  const settled = view.parts.contested.filter((d) => d.admitted !== null).map((d) => dispute(d, view, claims));
  const none = h("p", { class: "none" }, "No assertion stands against a denial.");
  list.replaceChildren(...(open.length ? open : [none]), ...settled);
}

function dispute(d: Dispute, view: View, claims: Claims): HTMLElement {
  const [so, not] = heads(d);
  const sides = h("div", { class: "sides" },
    h("div", {}, h("h4", {}, so), side(d.so, view, claims)),
    h("div", { class: "against" }, h("h4", {}, not), side(d.not, view, claims)));
  const about = name(view.text(d.about));
  if (d.admitted === null) return h("article", { class: "dispute" }, h("h3", {}, about), sides);
  const flag = h("span", { class: "flag calm" }, `admitted ${short(view.date(d.admitted))}`);
  const admission = d.admission === null ? null : h("p", { class: "who" }, "Admission: ", h("a", { href: view.href(d.admission) }, name(claims.sentence(view.claim(d.admission)))));
  return h("article", { class: "dispute settled" }, h("h3", {}, about, " ", flag), h("details", {}, h("summary", {}, "Both sides"), sides, admission));
}

function heads(d: Dispute): readonly [string, string] {
  if (d.counts) return ["Counts more", "Counts fewer"];
  return d.admitted === null ? ["Says it is so", "Says it is not"] : ["Said it was so", "Said it was not"];
}

function side(held: readonly number[], view: View, claims: Claims): HTMLElement {
  return h("ul", { class: "plain" }, ...held.map((at) => {
    const claim = view.claim(at);
    const { name: voice, party, known } = claims.voice(claim);
    const who = h("p", { class: "who" }, name(voice), party ? " " : null, party ? h("span", { class: "flag" }, "party") : null, " ", h("span", { class: "d" }, known));
    return h("li", {}, who, h("blockquote", {}, h("a", { href: view.href(at) }, ...claims.marked(claim))));
  }));
}
