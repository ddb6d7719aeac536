/** The time of day as the reader likes it. */

/** `15:04:05` stays, or is `3:04:05 PM`; noon is 12 PM, midnight 12 AM. @param time as `writeInstant` gives it, or its beginning */
export function clockText(time: string, hours: "24" | "12"): string {
  if (hours === "24") return time;
  const [hour = "", ...rest] = time.split(":");
  const of = Number(hour);
  return `${[String(of % 12 === 0 ? 12 : of % 12), ...rest].join(":")} ${of < 12 ? "AM" : "PM"}`;
}
