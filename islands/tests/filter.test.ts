import assert from "node:assert/strict";
import test from "node:test";
import { meets } from "../src/filter.ts";

test("a day meets the range that holds it", () => assert.ok(meets("2024-11-30", "2024-11-29", "2024-12-01")));
test("a range without a day meets no day", () => assert.ok(!meets("2024-11-30", "", "")));
test("no day meets everything", () => assert.ok(meets("", "", "")));
