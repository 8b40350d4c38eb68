/** Where the bars of a timeline go: a lane for each kind of happening, bars that overlap in rows (as web/lanes.py lays them). */
import { ordinal } from "./words.ts";

export const ROW = 9, DEEPEST = 14;
export interface Told { readonly lane: string; readonly first: string; readonly last: string }
export interface Bar<T> { readonly item: T; readonly from: number; readonly to: number; readonly row: number }
export interface Strip<T> { readonly lane: string; readonly rows: number; readonly bars: readonly Bar<T>[]; readonly leftOut: number }

/** The strips of the lanes between two days; `from` and `to` count days from the first, both inclusive. */
export function strips<T extends Told>(items: readonly T[], lanes: readonly string[], first: string, last: string): Strip<T>[] {
  const start = ordinal(first), end = ordinal(last);
  return lanes.map((lane) => {
    const held = items.filter((i) => i.lane === lane && i.first <= last && i.last >= first);
    const ends: number[] = [];
    const bars: Bar<T>[] = [];
    let leftOut = 0;
    for (const item of held) {
      const from = Math.max(ordinal(item.first), start) - start;
      const to = Math.min(ordinal(item.last), end) - start;
      const free = ends.findIndex((busy) => busy < from);
      const row = free < 0 ? ends.length : free;
      if (row >= DEEPEST) {
        leftOut += 1;
        continue;
      }
      ends[row] = to;
      bars.push({ item, from, to, row });
    }
    return { lane, rows: Math.max(ends.length, 1), bars, leftOut };
  });
}
