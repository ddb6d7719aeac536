/** Writes moments as text, in the zone that the reader chose. */
import { instantText, readInstant } from "../format/instant.ts";
import { usePreferences, zoneOf } from "../preferences/preferences.ts";

/** @returns what writes an ISO 8601 text: `2026-11-22 03:12:05 JST`; what is no moment stays as it is */
export function useMoment(): (at: string) => string {
  const zone = zoneOf(usePreferences());
  return (at) => {
    const millis = readInstant(at);
    return millis === null ? at : instantText(millis, zone);
  };
}
