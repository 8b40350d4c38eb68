/** The timeline as a drawing of the width that there is: lanes, bars, the disconnect bands around the axis, and the brush. */
import { Brush, type Axis } from "./brush.ts";
import type { Gap, Incident } from "./data.ts";
import { h, s, type Child } from "./dom.ts";
import { ROW, strips, type Strip } from "./lanes.ts";
import type { View } from "./view.ts";
import { day, iso, ordinal, range, short } from "./words.ts";

const LEFT = 96, RIGHT = 8, HEAD = 22, BAND = 34, NARROWEST = 520, LABEL = 46;
interface Told { readonly lane: string; readonly first: string; readonly last: string; readonly incident: Incident }

export class Timeline {
  private readonly frame: HTMLElement;
  private readonly view: View;
  private readonly clear = h("button", { type: "button", class: "clear" }, "Show all days");
  private readonly told = h("span", { class: "chosen", role: "status" });
  private brush: Brush | null = null;

  constructor(section: Element, view: View) {
    this.view = view;
    const old = section.querySelector(".scroll.wide");
    this.frame = h("div", { class: "scroll wide" });
    old?.replaceWith(this.frame);
    if (!old) section.append(this.frame);
    this.frame.before(h("p", { class: "tools" }, "Draw across the days, or move the handles with the arrow keys, to see only those on the map and in the lists. ", this.told, " ", this.clear));
    this.clear.addEventListener("click", () => view.choose(null));
    new ResizeObserver(() => this.draw()).observe(this.frame);
  }

  draw(): void {
    const span = this.view.parts.span[0];
    this.frame.hidden = !span;
    if (!span) return;
    const width = Math.max(this.frame.clientWidth, NARROWEST);
    const count = ordinal(span.last) - ordinal(span.first) + 1;
    const step = (width - LEFT - RIGHT) / count;
    const laid = strips(this.items(), this.view.data.lanes, span.first, span.last);
    let y = HEAD;
    const lanes = laid.map((strip, i) => {
      const drawn = this.lane(strip, i, y, width, step);
      y += strip.rows * ROW + 8;
      return drawn;
    });
    const axis: Axis = { first: span.first, last: span.last, left: LEFT, step, height: y + 2 * BAND };
    const picture = s("svg", { class: "lanes live", viewBox: `0 0 ${width} ${axis.height}`, width, height: axis.height, role: "group", "aria-label": "Timeline by lane; the list below it gives the same facts" },
      ...lanes.map((l) => l.ground), ...ticks(axis, count), ...lanes.flatMap((l) => l.bars), ...this.gaps(y + BAND, width, axis));
    this.brush = new Brush(picture, axis, (chosen) => this.view.choose(chosen));
    const held = this.frame.contains(document.activeElement) ? document.activeElement?.getAttribute("data-end") : null;
    this.frame.replaceChildren(picture);
    this.choice();
    if (held) picture.querySelector<SVGElement>(`[data-end="${held}"]`)?.focus();
  }

  /** The brush where it stands now. */
  choice(): void {
    const chosen = this.view.chosen;
    this.brush?.draw(chosen);
    this.clear.hidden = !chosen;
    this.told.textContent = chosen ? `${day(chosen.from)}${chosen.to === chosen.from ? "" : ` – ${day(chosen.to)}`}: ${this.view.shown.length} incidents` : "";
  }

  private items(): Told[] {
    return this.view.parts.incidents.flatMap((incident) => {
      const first = this.view.date(incident.first);
      return first ? [{ lane: incident.lane, first, last: this.view.date(incident.last) ?? first, incident }] : [];
    });
  }

  private lane(strip: Strip<Told>, at: number, y: number, width: number, step: number): { ground: SVGElement; bars: SVGElement[] } {
    const ground = s("g", {}, s("rect", { class: at % 2 ? "lane even" : "lane", x: 0, y, width, height: strip.rows * ROW + 8 }),
      s("text", { class: "name", x: 4, y: y + 14 }, strip.lane), strip.leftOut > 0 && s("text", { class: "tick", x: 4, y: y + 27 }, `+${strip.leftOut} more`));
    const bars = strip.bars.map(({ item, from, to, row }) => {
      const title = `${range(item.first, item.last)}: ${this.view.text(item.incident.title)} (${item.incident.status.replaceAll("_", " ")})`;
      const gap = Math.min(2, step / 6);
      const bar = s("rect", { class: `bar ${item.incident.status}`, x: LEFT + from * step + gap, y: y + 4 + row * ROW, width: Math.max((to - from + 1) * step - 2 * gap, 1.5), height: 6, rx: 1 }, s("title", {}, title));
      return s("a", { href: this.view.href(item.incident.claims[0] ?? 0), tabindex: -1, "aria-label": title }, bar);
    });
    return { ground, bars };
  }

  private gaps(y: number, width: number, axis: Axis): SVGElement[] {
    const scale = (BAND - 6) / 10;
    const bars = this.view.parts.gaps.filter((g) => axis.first <= g.day && g.day <= axis.last).flatMap((gap) => bands(gap, y, scale, axis));
    return [s("text", { class: "name", x: 4, y: y - 14 }, "outside words"), s("text", { class: "name", x: 4, y: y + 20 }, "deeds"), s("path", { class: "axis", d: `M0 ${y}H${width}` }), ...bars];
  }
}

function bands(gap: Gap, y: number, scale: number, axis: Axis): SVGElement[] {
  const x = axis.left + (ordinal(gap.day) - ordinal(axis.first)) * axis.step + axis.step * 0.1;
  const width = Math.max(Math.min(axis.step * 0.8, 24), 1);
  const up = Math.max(gap.up ?? 0, 0) * scale, down = Math.max(-(gap.down ?? 0), 0) * scale;
  const words = `${short(gap.day)}: outside cooperation ${gap.up} on PLOVER's scale, ${gap.words} acts`;
  const deeds = `${short(gap.day)}: conflict ${gap.down} on PLOVER's scale, ${gap.deeds} acts`;
  const found: (SVGElement | null)[] = [
    up > 0 ? s("rect", { class: "words", x, y: y - up, width, height: up }, s("title", {}, words)) : null,
    down > 0 ? s("rect", { class: "deeds", x, y, width, height: down }, s("title", {}, deeds)) : null,
  ];
  return found.filter((f) => f !== null);
}

function ticks(axis: Axis, count: number): SVGElement[] {
  const every = Math.max(1, Math.ceil(LABEL / axis.step));
  return Array.from({ length: count }, (_, i) => {
    const x = axis.left + i * axis.step;
    const label: Child = i % every === 0 && s("text", { class: "tick", x: x + 8, y: 12 }, short(iso(ordinal(axis.first) + i)));
    return s("g", {}, s("path", { class: "grid", d: `M${x} 16V${axis.height}` }), label);
  });
}
