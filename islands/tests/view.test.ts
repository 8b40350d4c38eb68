import assert from "node:assert/strict";
import test from "node:test";
import { chosenOf } from "../src/brush.ts";
import { cut } from "../src/figures.ts";
import { lines } from "../src/steps.ts";
import { overlaps } from "../src/view.ts";
import { day, iso, ordinal, range } from "../src/words.ts";

const axis = { first: "2024-12-01", last: "2024-12-10", left: 0, step: 10, height: 100 };

test("a brush is in order and stays inside the days", () => {
  assert.deepEqual(chosenOf(ordinal("2024-12-20"), ordinal("2024-12-03"), axis), { from: "2024-12-03", to: "2024-12-10" });
});
test("chosen days keep what shares a day with them, and nothing that has none", () => {
  const chosen = { from: "2024-12-02", to: "2024-12-03" };
  assert.ok(overlaps(chosen, "2024-11-30", "2024-12-02"));
  assert.ok(!overlaps(chosen, "2024-12-04", null));
  assert.ok(!overlaps(chosen, null, null));
  assert.ok(overlaps(null, null, null));
});
test("days are written as on the page", () => {
  assert.equal(day("2024-12-01"), "1 December 2024");
  assert.equal(range("2024-11-30", "2024-12-02"), "30 Nov–2 Dec");
  assert.equal(iso(ordinal("2024-02-29")), "2024-02-29");
});
test("speakers with most values come first, and one day alone is no history", () => {
  const step = (voice: string, on: string): { voice: string; on: string; height: number } => ({ voice, on, height: 1 });
  assert.deepEqual([...lines([step("B", "2024-12-02"), step("A", "2024-12-01"), step("B", "2024-12-01")]).keys()], ["B", "A"]);
  assert.equal(lines([step("A", "2024-12-01"), step("B", "2024-12-01")]).size, 0);
});
test("a long sentence is cut between words, as the server cuts it", () => assert.equal(cut("one two three four", 10), "one..."));
