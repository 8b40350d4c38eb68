/** How days are written, as on the page (web/words.py). */

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** `1 December 2024`. */
export function day(iso: string | null): string {
  if (!iso) return "day not told";
  const [year, month, date] = parts(iso);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** `1 Dec`. */
export function short(iso: string | null): string {
  if (!iso) return "–";
  const [, month, date] = parts(iso);
  return `${date} ${MONTHS[month - 1]?.slice(0, 3)}`;
}

/** `1 Dec–3 Dec`, or one day. */
export function range(first: string | null, last: string | null): string {
  return last && last !== first ? `${short(first)}–${short(last)}` : short(first);
}

export function number(value: number): string {
  return value.toLocaleString("en-GB");
}

/** Whole days since 1970: to count with. */
export function ordinal(iso: string): number {
  const [year, month, date] = parts(iso);
  return Date.UTC(year, month - 1, date) / 86_400_000;
}

export function iso(at: number): string {
  return new Date(at * 86_400_000).toISOString().slice(0, 10);
}

function parts(text: string): [number, number, number] {
  const [year = "1970", month = "1", date = "1"] = text.split("-");
  return [Number(year), Number(month), Number(date)];
}
