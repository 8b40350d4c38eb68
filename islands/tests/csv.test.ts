import assert from "node:assert/strict";
import test from "node:test";
import { cell, table } from "../src/csv.ts";

for (const [value, written] of [
  ["=1+1", "'=1+1"], ["@SUM(A1)", "'@SUM(A1)"], ["-2", "'-2"], ["\t=1", "'\t=1"], [-2, "-2"], [null, ""],
  ['a "b", c', '"a ""b"", c"'], ["two\nlines", '"two\nlines"'],
] as const) {
  test(`cell ${JSON.stringify(value)}`, () => assert.equal(cell(value), written));
}
test("a table has a head and ends its lines as RFC 4180 wants", () => assert.equal(table(["a", "b"], [["1", 2]]), "a,b\r\n1,2\r\n"));
