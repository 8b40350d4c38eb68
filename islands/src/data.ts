/** What the page carries for the islands (made by web/days.py): texts and claims by number, records with their days. */

export type Runs = readonly number[];
export interface Standing { readonly on?: Runs }
/** Claim, day, voice, party, value, height of the step, difference, counts, drawn. */
export type Value = readonly [number, number, number, number, string, number, number, number, number];
export interface Figure extends Standing {
  readonly card: boolean; readonly measure: number; readonly what: number; readonly place: number; readonly scope: number;
  readonly best: string; readonly low: string; readonly high: string; readonly by: number; readonly basis: number;
  readonly values: readonly Value[];
}
export interface Holding extends Standing {
  readonly place: number; readonly state: number; readonly holder: number; readonly since: number | null;
  readonly fill: "solid" | "hatched" | "crossed"; readonly colour: number; readonly at: readonly number[] | null;
  readonly claims: readonly number[];
}
export interface Dispute extends Standing {
  readonly about: number; readonly so: readonly number[]; readonly not: readonly number[];
  readonly admitted: number | null; readonly admission: number | null; readonly counts?: boolean;
}
export interface Incident extends Standing {
  readonly title: number; readonly lane: string; readonly status: string; readonly first: number | null;
  readonly last: number | null; readonly place: number; readonly at: readonly number[] | null; readonly claims: readonly number[];
}
export interface Edge extends Standing {
  readonly source: readonly [number, number]; readonly target: readonly [number, number]; readonly type: number;
  readonly first: number; readonly last: number; readonly claims: readonly number[];
}
export interface Gap extends Standing {
  readonly day: string; readonly up: number | null; readonly down: number | null; readonly words: number; readonly deeds: number;
}
export interface Source extends Standing { readonly document: string; readonly copies: number }
export interface Origin extends Standing { readonly name: number; readonly standing: number; readonly documents: number }
export interface Span extends Standing { readonly first: string; readonly last: string }
export interface Counts extends Standing { readonly told: string }
export interface Known extends Standing { readonly claim: number }

export interface Parts {
  readonly figures: readonly Figure[]; readonly control: readonly Holding[]; readonly contested: readonly Dispute[];
  readonly incidents: readonly Incident[]; readonly edges: readonly Edge[]; readonly gaps: readonly Gap[];
  readonly documents: readonly Source[]; readonly origins: readonly Origin[]; readonly span: readonly Span[];
  readonly counts: readonly Counts[]; readonly claims: readonly Known[];
}
export interface Data {
  readonly days: readonly string[]; readonly lanes: readonly string[];
  readonly links: { readonly claim: string; readonly incident?: string };
  readonly map: readonly [number, number] | null;
  readonly parts: Parts; readonly texts: readonly string[]; readonly claims: readonly string[];
}

/** Whether a record stands on a day; one without days stands on all. */
export function stands(record: Standing, day: number): boolean {
  if (!record.on) return true;
  for (let i = 0; i + 1 < record.on.length; i += 2) {
    if ((record.on[i] ?? 0) <= day && day <= (record.on[i + 1] ?? -1)) return true;
  }
  return false;
}

/** The parts as they stand on a day. */
export function asKnown(data: Data, day: number): Parts {
  const kept = <T extends Standing>(records: readonly T[]): T[] => records.filter((r) => stands(r, day));
  const p = data.parts;
  return {
    figures: kept(p.figures), control: kept(p.control), contested: kept(p.contested), incidents: kept(p.incidents),
    edges: kept(p.edges), gaps: kept(p.gaps), documents: kept(p.documents), origins: kept(p.origins), span: kept(p.span),
    counts: kept(p.counts), claims: kept(p.claims),
  };
}

/** The data that a page carries: JSON as it is, or deflated and in base64. Null where there is none, or no way to read it. */
export async function carried(page: Document): Promise<Data | null> {
  const held = page.getElementById("data");
  const text = held?.textContent ?? "";
  if (text === "") return null;
  if (held?.getAttribute("type") === "application/json") return JSON.parse(text) as Data;
  if (!("DecompressionStream" in globalThis)) return null;
  return JSON.parse(await inflated(text)) as Data;
}

export async function inflated(text: string): Promise<string> {
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).text();
}
