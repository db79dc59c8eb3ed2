import assert from "node:assert/strict";
import { test } from "node:test";
import { isoDate } from "../time/calendar.js";
import { dateEnd, readDate } from "./dates.js";
import { numberEnd, readNumber } from "./numbers.js";

test("numbers: value, suffix and percent", () => {
  const values: Record<string, number> = {
    "0.3": 0.3,
    "1e6": 1e6,
    "1.5e-3": 0.0015,
    "10_000": 10000,
    "10,000": 10000,
    "1,234,567.5": 1234567.5,
    "12k": 12000,
    "1.1k": 1100,
    "2.5M": 2.5e6,
    "3B": 3e9,
    "3bn": 3e9,
    "1T": 1e12,
    "5%": 0.05,
    "29%": 0.29,
    "0.1%": 0.001,
  };
  for (const [text, value] of Object.entries(values)) {
    assert.equal(numberEnd(`${text} x`, 0), text.length, text);
    const read = readNumber(text);
    assert.equal(read.value, value, text);
    assert.equal(read.percent, text.endsWith("%"));
    assert.equal(read.problem, null);
  }
});

test("numbers: a comma groups only three digits that stand alone", () => {
  const ends: Record<string, number> = {
    "10,000": 6,
    "10, 000": 2,
    "10,0000": 2,
    "10,00": 2,
    "1000,000": 4,
    "0,100": 1,
    "16,4": 2,
    "1,000,000": 9,
    "1_000,000": 5,
  };
  for (const [text, end] of Object.entries(ends)) assert.equal(numberEnd(text, 0), end, text);
});

test("dates: first and last day of what is written", () => {
  const dates: Record<string, [string, string, string]> = {
    "2024": ["year", "2024-01-01", "2024-12-31"],
    "2024-02": ["month", "2024-02-01", "2024-02-29"],
    "2024-Q4": ["quarter", "2024-10-01", "2024-12-31"],
    "2024-11-18": ["day", "2024-11-18", "2024-11-18"],
    "0001-01": ["month", "0001-01-01", "0001-01-31"],
    "9999-12-31": ["day", "9999-12-31", "9999-12-31"],
  };
  for (const [text, expected] of Object.entries(dates)) {
    const read = readDate(text);
    assert.ok(read.ok, text);
    assert.deepEqual([read.precision, isoDate(read.first), isoDate(read.last)], expected);
  }
});

test("dates: what begins a date and what is a subtraction", () => {
  const ends: Record<string, number> = {
    "2024-11": 7,
    "2024-11-18": 10,
    "2024-Q1": 7,
    "2024 - 11": 0,
    "1000-250": 0,
    "1000-5k": 0,
    "1000-x": 0,
    "12024-11": 0,
    "2024-99": 7,
    "2024-11-x": 7,
  };
  for (const [text, end] of Object.entries(ends)) assert.equal(dateEnd(text, 0), end, text);
});
