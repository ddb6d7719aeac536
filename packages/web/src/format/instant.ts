/** How moments are written: always with their zone, the same everywhere. Instants are milliseconds since the epoch here. */

/** Zones that `Intl` only knows as an offset, though everybody there says otherwise. */
const NAMES: { readonly [zone: string]: string } = {
  "Asia/Tokyo": "JST",
  "Asia/Seoul": "KST",
  "Asia/Kolkata": "IST",
  "Asia/Calcutta": "IST",
  "Asia/Singapore": "SGT",
  "Asia/Hong_Kong": "HKT",
  UTC: "UTC",
  "Etc/UTC": "UTC",
};

/** Where the month is abbreviated in English, so are zones (CET, EDT); elsewhere `Intl` says GMT+1. */
const ZONE_LOCALES = ["en-US", "en-GB", "en-AU"];

export interface WrittenInstant {
  /** `2026-11-22` */
  readonly date: string;
  /** `03:12:05` */
  readonly time: string;
  /** `JST`, `CEST`, `+05:45` */
  readonly zone: string;
}

/** @returns null for what is none */
export function readInstant(text: string | null | undefined): number | null {
  if (text === null || text === undefined) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(key: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat {
  let format = formats.get(key);
  if (format === undefined) {
    format = make();
    formats.set(key, format);
  }
  return format;
}

const PARTS = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
} as const;

export function writeInstant(at: number, timeZone: string): WrittenInstant {
  const format = formatOf(timeZone, () => new Intl.DateTimeFormat("en-CA", { ...PARTS, timeZone }));
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    date: `${part["year"]}-${part["month"]}-${part["day"]}`,
    time: `${part["hour"]}:${part["minute"]}:${part["second"]}`,
    zone: zoneName(at, timeZone),
  };
}

/** `2026-11-22 03:12:05 JST` */
export function instantText(at: number, timeZone: string): string {
  const { date, time, zone } = writeInstant(at, timeZone);
  return `${date} ${time} ${zone}`;
}

/** `11-22`; with its year where that is not the year of `reader`, the moment at which it is read. */
export function briefDate({ date }: Pick<WrittenInstant, "date">, reader: Pick<WrittenInstant, "date">): string {
  return date.slice(0, 4) === reader.date.slice(0, 4) ? date.slice(5) : date;
}

/** The name that people there use at that moment, so that summer time shows. */
function zoneName(at: number, timeZone: string): string {
  const known = NAMES[timeZone];
  if (known !== undefined) return known;
  for (const locale of ZONE_LOCALES) {
    const name = zonePart(at, { locale, timeZone, style: "short" });
    if (!/\d/.test(name)) return name;
  }
  const offset = zonePart(at, { locale: "en-US", timeZone, style: "longOffset" }).slice("GMT".length);
  return offset === "" ? "UTC" : offset;
}

/** `+09:00`: how far the zone is ahead of UTC at that moment. */
export function offsetText(at: number, timeZone: string): string {
  const offset = zonePart(at, { locale: "en-US", timeZone, style: "longOffset" }).slice("GMT".length);
  return offset === "" ? "+00:00" : offset;
}

function zonePart(
  at: number,
  {
    locale,
    timeZone,
    style,
  }: { readonly locale: string; readonly timeZone: string; readonly style: "short" | "longOffset" },
): string {
  const format = formatOf(
    `${locale} ${timeZone} ${style}`,
    () => new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: style }),
  );
  return format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
}
