import assert from "node:assert/strict";
import test from "node:test";
import type { Edge } from "../src/data.ts";
import { graph, settled } from "../src/network.ts";

const edge = (source: number, target: number, claims = [1]): Edge => ({ source: [source, 9], target: [target, 9], type: 8, first: 0, last: 0, claims });
const edges = [edge(1, 2, [1, 2, 3]), edge(2, 3), edge(4, 1)];
const drawn = (): number[][] => {
  const made = graph(edges, String);
  settled(made);
  return made.actors.map((a) => [a.x ?? NaN, a.y ?? NaN]);
};

test("the same relations always give the same picture", () => assert.deepEqual(drawn(), drawn()));
test("every actor lies inside the drawing", () => assert.ok(drawn().every(([x = -1, y = -1]) => x > 0 && x < 860 && y > 0 && y < 460)));
test("of many actors those with most claims are drawn, the others counted", () => {
  const many = [...Array.from({ length: 60 }, (_, i) => edge(1, i + 2)), edge(1, 100, [1, 2])];
  const made = graph(many, String);
  assert.equal(made.actors.length + made.leftOut, 62);
  assert.ok(made.actors.some((a) => a.name === "100"));
});
