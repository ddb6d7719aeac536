/** Writes moments as text, in the zone that the reader chose. */
import { instantText, readInstant } from "../format/instant.ts";
import { useZone } from "../preferences/zone.ts";

/**
 * @returns what writes an ISO 8601 text, or milliseconds since the epoch, as `2026-11-22 03:12:05 JST`; what is no moment stays as
 * it is
 */
export function useMoment(): (at: string | number) => string {
  const zone = useZone();
  return (at) => {
    const millis = typeof at === "number" ? at : readInstant(at);
    return millis === null ? String(at) : instantText(millis, zone);
  };
}
