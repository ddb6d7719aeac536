/** From when on the page that greets counts. */
import { instantOfWall, isoText, wallText } from "../../format/wall.ts";

export const WINDOWS = ["night", "h12", "h24", "d7"] as const;

export type Window = (typeof WINDOWS)[number];

const HOUR_MILLIS = 3_600_000;
const HOURS = { h12: 12, h24: 24, d7: 168 } as const;
const EVENING = "18:00";

/** Who comes in the morning asks about the night. */
export function usualWindow(now: number, timeZone: string): Window {
  return wallText(now, timeZone).slice(11) < "12:00" ? "night" : "h24";
}

/** @returns ISO 8601, UTC: of `night` yesterday at 18:00 in the reader's zone */
export function sinceOf(window: Window, now: number, timeZone: string): string {
  if (window !== "night") return isoText(now - HOURS[window] * HOUR_MILLIS);
  // Yesterday's date, whatever the clocks do tonight: noon of today is a day or nearly so after it.
  const noon = Date.parse(instantOfWall(`${wallText(now, timeZone).slice(0, 10)}T12:00`, timeZone) ?? isoText(now));
  const yesterday = wallText(noon - 24 * HOUR_MILLIS, timeZone).slice(0, 10);
  return instantOfWall(`${yesterday}T${EVENING}`, timeZone) ?? isoText(now - 24 * HOUR_MILLIS);
}
