import { expect, test } from "vitest";
import { isoZ, parseInstant } from "../instant.ts";
import { createTimetable } from "./create-timetable.ts";

const INSTANTS = ["2026-05-04T10:00:00Z", "2026-05-01T10:00:00Z", "2026-05-04T12:00:00+02:00", "2026-05-09T12:00:00Z"];
const events = createTimetable({ kind: "events", instants: INSTANTS }, { startDate: null });
const restricted = createTimetable({ kind: "events", instants: INSTANTS, restrictToEvents: true }, { startDate: null });
const at = parseInstant;

test("runs at each instant once, in order", () => {
  const runs = events.between(at("2026-04-01T00:00:00Z"), at("2026-06-01T00:00:00Z"), 9);
  expect(runs.map(({ runAfter }) => isoZ(runAfter))).toEqual([
    "2026-05-01T10:00:00Z",
    "2026-05-04T10:00:00Z",
    "2026-05-09T12:00:00Z",
  ]);
});

test("without catchup leaves out what is past, and the end date is the last that counts", () => {
  const now = at("2026-05-04T09:00:00Z");
  const run = events.next(null, { earliest: null, latest: null, catchup: false }, now);
  expect(isoZ(run?.runAfter ?? 0)).toBe("2026-05-04T10:00:00Z");
  expect(events.next(null, { earliest: null, latest: now, catchup: false }, now)).toBeNull();
});

test("a manual run is about its moment, or if restricted about the last event, or the first", () => {
  const manual = at("2026-05-06T00:00:00Z");
  expect(events.manualInterval(manual).start).toBe(manual);
  expect(isoZ(restricted.manualInterval(manual).start)).toBe("2026-05-04T10:00:00Z");
  expect(isoZ(restricted.manualInterval(at("2026-01-01T00:00:00Z")).end)).toBe("2026-05-01T10:00:00Z");
});

test("says how many events there are and between when", () => {
  expect(events.description).toBe("4 events between 2026-05-01T10:00:00+00:00 and 2026-05-09T12:00:00+00:00");
});
