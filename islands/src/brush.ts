/** A brush along the days: drawn with the pointer, or moved with the arrow keys of its two handles. */
import { s } from "./dom.ts";
import type { Chosen } from "./view.ts";
import { day, iso, ordinal } from "./words.ts";

export interface Axis { readonly first: string; readonly last: string; readonly left: number; readonly step: number; readonly height: number }
const HANDLE = 12;

/** Two days in order, inside the axis. */
export function chosenOf(a: number, b: number, axis: Axis): Chosen {
  const least = ordinal(axis.first), most = ordinal(axis.last);
  const inside = (n: number): number => Math.min(Math.max(n, least), most);
  return { from: iso(inside(Math.min(a, b))), to: iso(inside(Math.max(a, b))) };
}

export class Brush {
  private readonly layer = s("g", { class: "brush" });
  private readonly picture: SVGSVGElement;
  private readonly axis: Axis;
  private readonly choose: (chosen: Chosen | null) => void;

  constructor(picture: SVGSVGElement, axis: Axis, choose: (chosen: Chosen | null) => void) {
    [this.picture, this.axis, this.choose] = [picture, axis, choose];
    picture.append(this.layer);
    picture.addEventListener("pointerdown", (event) => this.begin(event));
  }

  draw(chosen: Chosen | null): void {
    const active = document.activeElement?.getAttribute("data-end");
    this.layer.replaceChildren();
    const { first, last } = this.axis;
    const from = chosen?.from ?? first, to = chosen?.to ?? last;
    if (chosen) {
      const x = this.x(from), width = this.x(to) + this.axis.step - x;
      this.layer.append(s("rect", { class: "range", x, y: 16, width, height: this.axis.height - 16 }));
    }
    this.layer.append(this.handle("from", from, chosen), this.handle("to", to, chosen));
    if (active) this.layer.querySelector<SVGElement>(`[data-end="${active}"]`)?.focus();
  }

  private x(at: string): number {
    return this.axis.left + (ordinal(at) - ordinal(this.axis.first)) * this.axis.step;
  }

  private handle(end: "from" | "to", at: string, chosen: Chosen | null): SVGElement {
    const x = this.x(at) + (end === "to" ? this.axis.step : 0);
    const least = ordinal(this.axis.first), most = ordinal(this.axis.last);
    const handle = s("g", {
      class: "handle", tabindex: 0, role: "slider", "data-end": end, "aria-label": end === "from" ? "First day shown" : "Last day shown",
      "aria-valuemin": least, "aria-valuemax": most, "aria-valuenow": ordinal(at), "aria-valuetext": day(at),
    }, s("rect", { class: "grip", x: x - HANDLE / 2, y: 0, width: HANDLE, height: 16, rx: 2 }), s("path", { d: `M${x} 16V${this.axis.height}` }));
    handle.addEventListener("keydown", (event) => {
      const move = { ArrowLeft: -1, ArrowRight: 1, PageDown: -7, PageUp: 7, Home: -1e6, End: 1e6 }[event.key];
      if (event.key === "Escape") this.choose(null);
      else if (move !== undefined) this.move(end, move, chosen);
      else return;
      event.preventDefault();
    });
    return handle;
  }

  private move(end: "from" | "to", by: number, chosen: Chosen | null): void {
    const from = ordinal(chosen?.from ?? this.axis.first), to = ordinal(chosen?.to ?? this.axis.last);
    if (end === "from") this.choose(chosenOf(Math.min(from + by, to), to, this.axis));
    else this.choose(chosenOf(from, Math.max(to + by, from), this.axis));
  }

  private begin(event: PointerEvent): void {
    if (event.button !== 0 || (event.target as Element).closest("a")) return;
    const end = (event.target as Element).closest("[data-end]")?.getAttribute("data-end");
    const handles = [...this.layer.querySelectorAll<SVGElement>("[data-end]")];
    const other = handles.find((h) => end && h.getAttribute("data-end") !== end);
    const start = other ? Number(other.getAttribute("aria-valuenow")) : this.at(event);
    const drawn = (e: PointerEvent): void => this.choose(chosenOf(start, this.at(e), this.axis));
    this.picture.setPointerCapture(event.pointerId);
    this.picture.addEventListener("pointermove", drawn);
    this.picture.addEventListener("pointerup", (e) => {
      this.picture.removeEventListener("pointermove", drawn);
      if (!end && Math.abs(e.clientX - event.clientX) < 3) this.choose(null);
    }, { once: true });
  }

  private at(event: PointerEvent): number {
    const box = this.picture.getBoundingClientRect();
    const x = ((event.clientX - box.left) * this.picture.viewBox.baseVal.width) / box.width;
    return ordinal(this.axis.first) + Math.floor((x - this.axis.left) / this.axis.step);
  }
}
