import assert from "node:assert/strict";
import test from "node:test";
import { deflateRawSync } from "node:zlib";
import { inflated, stands } from "../src/data.ts";

test("a record without days stands on all of them", () => assert.ok(stands({}, 7)));
test("runs hold both their ends and nothing between two runs", () => {
  const on = [0, 2, 5, 5];
  assert.deepEqual([0, 1, 2, 3, 4, 5, 6].filter((day) => stands({ on }, day)), [0, 1, 2, 5]);
});
test("deflated base64 comes back as text, with letters of every script", async () => {
  const text = '{"name":"مرصد – Ḩamāh"}';
  assert.equal(await inflated(deflateRawSync(Buffer.from(text)).toString("base64")), text);
});
