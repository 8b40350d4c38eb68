/** The map: Leaflet over the page's own outlines. No tiles: nothing is asked for. Zoom and move; pick a place to list its incidents. */
import { CRS, Circle, DivIcon, LatLngBounds, LayerGroup, Map as LeafletMap, Marker, SVGOverlay, type LatLngTuple } from "leaflet";
import type { Holding } from "./data.ts";
import { h, name, s } from "./dom.ts";
import { link, spots, type Spot } from "./places.ts";
import type { View } from "./view.ts";
import { short } from "./words.ts";

const MOST_PICKED = 40, LABELS = 12, WIDE = 110, TALL = 14, BY_KEY = 30;

export class Atlas {
  private readonly view: View;
  private readonly map: LeafletMap;
  private readonly drawn = new LayerGroup();
  private readonly shades = s("g");
  private readonly picked = h("div", { class: "picked", role: "status" });

  constructor(figure: Element, view: View) {
    this.view = view;
    const [width, height] = view.data.map ?? [640, 480];
    const still = figure.querySelector("svg.still");
    const frame = h("div", { class: "live", role: "group", "aria-label": "Map; arrow keys move it, plus and minus zoom" });
    frame.style.aspectRatio = `${width} / ${height}`;
    still?.replaceWith(frame);
    figure.append(this.picked);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const bounds = new LatLngBounds([[-height, 0], [0, width]]);
    this.map = new LeafletMap(frame, { crs: CRS.Simple, attributionControl: false, zoomSnap: 0, zoomDelta: 0.5, minZoom: -2, maxZoom: 5, zoomAnimation: !calm, inertia: !calm, maxBounds: bounds.pad(0.2) });
    const ground = s("svg", { viewBox: `0 0 ${width} ${height}`, class: "ground-map" }, s("use", { href: "#base" }), this.shades);
    new SVGOverlay(ground, bounds).addTo(this.map);
    this.drawn.addTo(this.map);
    this.map.fitBounds(bounds);
    this.map.setMinZoom(this.map.getZoom());
    new ResizeObserver(() => this.map.invalidateSize({ animate: false })).observe(frame);
  }

  draw(): void {
    this.drawn.clearLayers();
    this.shades.replaceChildren();
    const held = spots(this.view.shown, this.view);
    for (const spot of held.filter((p) => p.at.length === 1)) this.area(spot);
    const grounds = this.view.parts.control.filter((c) => c.at);
    for (const ground of grounds) this.ground(ground);
    const seen: [number, number][] = [];
    held.filter((p) => p.at.length > 1).forEach((spot, i) => this.spot(spot, i, seen));
    this.picked.replaceChildren();
  }

  private area(spot: Spot): void {
    const shade = s("use", { class: "area", href: `#div${spot.at[0]}` }, s("title", {}, `${spot.name}: ${spot.incidents.length} told of the division as a whole`));
    this.shades.append(shade);
  }

  private ground(held: Holding): void {
    const [x = 0, y = 0, division] = held.at ?? [];
    const told = `${this.view.text(held.place)}: ${this.view.text(held.state)}, ${this.view.text(held.holder) || "nobody known"}`;
    const solid = held.fill === "solid" ? `ground holder${held.colour}` : "ground";
    const fill = held.fill === "solid" ? null : `url(#${held.fill}${held.colour})`;
    if (division !== undefined) {
      this.shades.append(s("use", { class: `${solid} held`, fill, href: `#div${division}` }, s("title", {}, told)));
      return;
    }
    const box = s("svg", { width: 14, height: 14, "aria-hidden": "true" }, s("rect", { class: solid, fill, x: 0.5, y: 0.5, width: 13, height: 13 }));
    const icon = new DivIcon({ className: "square", html: box as unknown as HTMLElement, iconSize: [14, 14], iconAnchor: [19, 7] });
    new Marker(at(x, y), { icon, keyboard: false, title: told, interactive: false }).addTo(this.drawn);
  }

  private spot(spot: Spot, order: number, seen: [number, number][]): void {
    const [x = 0, y = 0, reach = 4] = spot.at;
    const dot = Math.round((2 + 1.6 * Math.sqrt(spot.incidents.length)) * 10) / 10;
    const size = Math.max(24, 2 * dot);
    new Circle(at(x, y), { radius: reach, className: "reach", interactive: false, stroke: true }).addTo(this.drawn);
    const picture = s("svg", { width: size, height: size, "aria-hidden": "true" }, s("circle", { class: "spot", cx: size / 2, cy: size / 2, r: dot }));
    const labelled = seen.length < LABELS && seen.every(([a, b]) => Math.abs(x - a) > WIDE || Math.abs(y - b) > TALL);
    if (labelled) seen.push([x, y]);
    const html = h("span", {}, picture, labelled && h("bdi", { class: "label" }, spot.name));
    const told = `${spot.name}: ${spot.incidents.length} incident${spot.incidents.length === 1 ? "" : "s"}`;
    const marker = new Marker(at(x, y), { icon: new DivIcon({ className: "place", html, iconSize: [size, size] }), keyboard: order < BY_KEY, title: told });
    marker.on("click", () => this.pick(spot)).addTo(this.drawn);
    const element = marker.getElement();
    element?.setAttribute("aria-label", told);
    element?.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      this.pick(spot);
    });
  }

  private pick(spot: Spot): void {
    const items = spot.incidents.slice(0, MOST_PICKED).map((i) => h("li", {}, link(i, this.view), " ", h("span", { class: "d" }, short(this.view.date(i.first)))));
    if (spot.incidents.length > MOST_PICKED) items.push(h("li", {}, `and ${spot.incidents.length - MOST_PICKED} more in the list of incidents`));
    this.picked.replaceChildren(h("h3", {}, name(spot.name), ` – ${spot.incidents.length} incident${spot.incidents.length === 1 ? "" : "s"}`), h("ul", { class: "plain" }, ...items));
  }
}

/** A point of the drawing, which counts downwards. */
function at(x: number, y: number): LatLngTuple {
  return [-y, x];
}
