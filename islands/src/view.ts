/** What the reader has chosen: the day of knowing, and days brushed on the timeline. */
import { asKnown, type Data, type Incident, type Parts } from "./data.ts";

export interface Chosen { readonly from: string; readonly to: string }

export class View {
  readonly data: Data;
  day: number;
  parts: Parts;
  chosen: Chosen | null = null;
  private readonly heard: ((view: View, change: "day" | "chosen") => void)[] = [];

  constructor(data: Data) {
    this.data = data;
    this.day = data.days.length - 1;
    this.parts = asKnown(data, this.day);
  }

  text(at: number | null): string {
    return at === null ? "" : (this.data.texts[at] ?? "");
  }

  /** The day in a text of that number. */
  date(at: number | null): string | null {
    return at === null ? null : (this.data.texts[at] ?? null);
  }

  claim(at: number): string {
    return this.data.claims[at] ?? "";
  }

  href(claim: number): string {
    return this.data.links.claim.replace("{}", this.claim(claim));
  }

  /** Incidents of the chosen days; all where none are chosen. */
  get shown(): readonly Incident[] {
    return this.chosen ? this.parts.incidents.filter((i) => this.meets(i)) : this.parts.incidents;
  }

  meets(incident: Incident): boolean {
    return overlaps(this.chosen, this.date(incident.first), this.date(incident.last));
  }

  choose(chosen: Chosen | null): void {
    this.chosen = chosen;
    for (const tell of this.heard) tell(this, "chosen");
  }

  show(day: number): void {
    this.day = day;
    this.parts = asKnown(this.data, day);
    for (const tell of this.heard) tell(this, "day");
  }

  changed(tell: (view: View, change: "day" | "chosen") => void): void {
    this.heard.push(tell);
  }
}

/** Whether the days told meet those chosen; what has no day meets only a choice of all. */
export function overlaps(chosen: Chosen | null, first: string | null, last: string | null): boolean {
  if (!chosen) return true;
  return first !== null && first <= chosen.to && (last ?? first) >= chosen.from;
}
