/** The step chart of a figure: its values over time, a line a speaker (as web/chart.py draws it). */
import { curveStepAfter, line } from "d3-shape";
import type { Figure } from "./data.ts";
import { h, name, s } from "./dom.ts";
import type { View } from "./view.ts";
import { number, ordinal, short } from "./words.ts";

const WIDTH = 220, HEIGHT = 56, EDGE = 6, MOST = 4;
const DASHES = ["none", "5 3", "2 2", "8 3 2 3"];
export interface Step { readonly voice: string; readonly on: string; readonly height: number }

/** The values of each speaker, those with most first; empty where all are of one day. */
export function lines(steps: readonly Step[]): Map<string, Step[]> {
  const spoken = new Map<string, Step[]>();
  if (new Set(steps.map((v) => v.on)).size < 2) return spoken;
  for (const value of [...steps].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    spoken.set(value.voice, [...(spoken.get(value.voice) ?? []), value]);
  }
  return new Map([...spoken].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1)));
}

export function chart(figure: Figure, view: View): HTMLElement | null {
  const steps = figure.values.filter((v) => v[8]).map((v) => ({ on: view.text(v[1]), voice: view.text(v[2]), height: v[5] }));
  const spoken = [...lines(steps)];
  if (spoken.length === 0) return null;
  const days = steps.map((v) => v.on).sort();
  const first = days[0] ?? "", last = days.at(-1) ?? "";
  const top = Math.max(1, ...steps.map((v) => v.height));
  const x = (v: Step): number => EDGE + ((WIDTH - 2 * EDGE) * (ordinal(v.on) - ordinal(first))) / (ordinal(last) - ordinal(first));
  const y = (v: Step): number => HEIGHT - EDGE - ((HEIGHT - 2 * EDGE) * v.height) / top;
  const path = line<Step>().x(x).y(y).curve(curveStepAfter);
  const drawn = spoken.slice(0, MOST).map(([voice, held], i) => {
    const end = { ...(held.at(-1) as Step), on: last };
    const dots = held.map((v) => s("circle", { class: `dot${i}`, cx: x(v), cy: y(v), r: 2.4 }, s("title", {}, `${voice}, ${v.on}: ${number(v.height)}`)));
    return [s("path", { class: `step step${i}`, "stroke-dasharray": DASHES[i] ?? "none", d: path([...held, end]) ?? "" }), ...dots];
  });
  const label = `Values from ${short(first)} to ${short(last)}, at most ${number(top)}`;
  const picture = s("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label }, s("path", { class: "axis", d: "M6 50H214" }), ...drawn.flat());
  const keys = spoken.slice(0, MOST).flatMap(([voice], i) => [
    h("span", { class: "key" }, s("svg", { class: "swatch", width: 18, height: 6, "aria-hidden": "true" }, s("path", { class: `step step${i}`, "stroke-dasharray": DASHES[i] ?? "none", d: "M0 3H18" })), " ", name(voice)), " ",
  ]);
  const more = spoken.length > MOST ? `+${spoken.length - MOST} more` : null;
  return h("figure", { class: "chart" }, picture, h("figcaption", {}, h("span", {}, short(first)), h("span", {}, ...keys, more), h("span", {}, short(last))));
}
