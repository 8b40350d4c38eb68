import assert from "node:assert/strict";
import test from "node:test";
import { DEEPEST, strips } from "../src/lanes.ts";

const told = (first: string, last = first, lane = "ground"): { lane: string; first: string; last: string } => ({ lane, first, last });

test("bars that share a day lie in rows of their own", () => {
  const [strip] = strips([told("2024-12-01", "2024-12-03"), told("2024-12-02"), told("2024-12-04")], ["ground"], "2024-12-01", "2024-12-05");
  assert.deepEqual(strip?.bars.map((b) => [b.from, b.to, b.row]), [[0, 2, 0], [1, 1, 1], [3, 3, 0]]);
});
test("a bar is cut at the days drawn, and one outside them is left out", () => {
  const [strip] = strips([told("2024-11-20", "2024-12-02"), told("2025-01-01")], ["ground"], "2024-12-01", "2024-12-05");
  assert.deepEqual(strip?.bars.map((b) => [b.from, b.to]), [[0, 1]]);
});
test("more than a lane holds is counted", () => {
  const [strip] = strips(Array.from({ length: DEEPEST + 3 }, () => told("2024-12-01")), ["ground"], "2024-12-01", "2024-12-01");
  assert.deepEqual([strip?.rows, strip?.leftOut], [DEEPEST, 3]);
});
