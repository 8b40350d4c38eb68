/** The actors at the chosen date as a drawing. The same relations always give the same picture: no chance is in it. */
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from "d3-force";
import type { Edge } from "./data.ts";
import { h, s } from "./dom.ts";
import type { View } from "./view.ts";

const WIDTH = 860, LOWEST = 150, TALLEST = 460, MOST = 36, TURNS = 300, ACROSS = 80, DOWN = 24;
export interface Actor extends SimulationNodeDatum { readonly id: string; readonly name: string; readonly kind: string; readonly degree: number }
export interface Relation { readonly source: Actor; readonly target: Actor; readonly type: string; readonly claims: number }
export interface Graph { readonly actors: readonly Actor[]; readonly relations: readonly Relation[]; readonly leftOut: number }

/** The actors with most relations, and the relations between them. */
export function graph(edges: readonly Edge[], text: (at: number) => string): Graph {
  const degree = new Map<string, number>();
  const key = (end: readonly [number, number]): string => `${end[0]} ${end[1]}`;
  for (const edge of edges) for (const end of [edge.source, edge.target]) degree.set(key(end), (degree.get(key(end)) ?? 0) + edge.claims.length);
  const kept = [...degree].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST);
  const actors = new Map(kept.map(([id, n]): [string, Actor] => {
    const [name = 0, kind = 0] = id.split(" ").map(Number);
    return [id, { id, name: text(name), kind: text(kind), degree: n }];
  }));
  const relations = edges.flatMap((e) => {
    const source = actors.get(key(e.source)), target = actors.get(key(e.target));
    return source && target ? [{ source, target, type: text(e.type), claims: e.claims.length }] : [];
  });
  const joined = new Set(relations.flatMap((r) => [r.source, r.target]));
  const shown = [...actors.values()].filter((a) => joined.has(a));
  return { actors: shown, relations, leftOut: degree.size - shown.length };
}

/** The positions after a fixed number of turns (d3-force starts from a spiral and counts its own pseudo-random numbers),
 * spread over the drawing; returns its height. */
export function settled({ actors, relations }: Graph): number {
  const links = relations.map((r) => ({ source: r.source, target: r.target }));
  forceSimulation<Actor>([...actors])
    .force("link", forceLink<Actor, (typeof links)[number]>(links).distance(84).strength(0.35))
    .force("apart", forceManyBody().strength(-260))
    .force("across", forceX(0).strength(0.05))
    .force("down", forceY(0).strength(0.12))
    .force("names", forceCollide<Actor>((a) => 14 + Math.min(a.name.length, 18) * 1.6))
    .stop()
    .tick(TURNS);
  const height = Math.min(LOWEST + actors.length * 14, TALLEST);
  spread(actors, "x", ACROSS, WIDTH - ACROSS);
  spread(actors, "y", DOWN, height - DOWN);
  return height;
}

function spread(actors: readonly Actor[], axis: "x" | "y", from: number, to: number): void {
  const held = actors.map((a) => a[axis] ?? 0);
  const least = Math.min(...held), most = Math.max(...held);
  for (const actor of actors) {
    actor[axis] = most > least ? from + (((actor[axis] ?? 0) - least) / (most - least)) * (to - from) : (from + to) / 2;
  }
}

export function network(frame: Element, view: View): void {
  const made = graph(view.parts.edges, (at) => view.text(at));
  frame.replaceChildren();
  if (made.relations.length === 0) return;
  const height = settled(made);
  const arrow = s("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 6, markerHeight: 6, orient: "auto-start-reverse" }, s("path", { d: "M0 0L8 4L0 8z" }));
  const lines = made.relations.map((r) => s("path", { class: `tie ${kind(r.type)}`, d: between(r), "marker-end": "url(#arrow)" }, s("title", {}, `${r.source.name} ${r.type} ${r.target.name}: ${r.claims} claims`)));
  const dots = made.actors.map((a) => s("g", {}, s("circle", { class: `actor ${a.kind}`, cx: a.x ?? 0, cy: a.y ?? 0, r: size(a) }, s("title", {}, `${a.name} (${a.kind.replaceAll("_", " ")})`)), s("text", { x: a.x ?? 0, y: (a.y ?? 0) + size(a) + 11 }, short(a.name))));
  const label = "Network of actors; the table below it gives the same relations";
  const legend = ["fights", "backs", "part of", "leads"].map((type) => h("span", { class: "key" }, s("svg", { width: 26, height: 8, "aria-hidden": "true" }, s("path", { class: `tie ${kind(type)}`, d: "M0 4H26" })), ` ${type}`));
  const rest = made.leftOut > 0 ? ` Drawn: the ${made.actors.length} actors with most relations; ${made.leftOut} more in the table.` : "";
  frame.append(h("figure", {}, h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Network" }, s("svg", { class: "ties", viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-label": label }, s("defs", {}, arrow), ...lines, ...dots)), h("figcaption", { class: "legend" }, ...legend, rest)));
}

function kind(type: string): string {
  if (type === "fights" || type === "split from") return "fights";
  if (type === "backs" || type === "allied with") return "backs";
  return type === "leads" || type === "speaks for" ? "leads" : "part";
}

function size(actor: Actor): number {
  return Math.min(3 + Math.sqrt(actor.degree) * 1.3, 12);
}

function short(name: string): string {
  return name.length > 26 ? `${name.slice(0, 25)}…` : name;
}

/** The line between two actors, short of their circles. */
function between({ source, target }: Relation): string {
  const dx = (target.x ?? 0) - (source.x ?? 0), dy = (target.y ?? 0) - (source.y ?? 0);
  const length = Math.hypot(dx, dy) || 1;
  const cut = (by: number): [number, number] => [(dx / length) * by, (dy / length) * by];
  const [ax, ay] = cut(size(source) + 2), [bx, by] = cut(size(target) + 4);
  const at = (n: number): number => Math.round(n * 10) / 10;
  return `M${at((source.x ?? 0) + ax)} ${at((source.y ?? 0) + ay)}L${at((target.x ?? 0) - bx)} ${at((target.y ?? 0) - by)}`;
}
