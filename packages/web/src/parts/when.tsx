/** A moment, in the zone that the reader chose; how long ago, and the other zones, are one hover away, and copying gives ISO 8601. */
import { useMemo, useState } from "react";
import { untilText } from "../format/ago.ts";
import { clockText } from "../format/clock.ts";
import { briefDate, instantText, readInstant, writeInstant } from "../format/instant.ts";
import { now } from "../now.ts";
import { usePreferences } from "../preferences/preferences.ts";
import { useDagZone, useZone } from "../preferences/zone.ts";

interface WhenProps {
  /** ISO 8601, UTC */
  readonly at: string | null | undefined;
  /** `time`: the date stands elsewhere. `minute` and `short` leave out this year. `short`: with seconds if there are any, which tell runs apart that people begin. */
  readonly show?: "full" | "time" | "minute" | "short";
  /** What else is told on hover. */
  readonly more?: string | undefined;
}

export function When({ at, show = "full", more }: WhenProps) {
  const own = usePreferences();
  const zone = useZone();
  const ofDag = useDagZone();
  const [hoveredAt, setHoveredAt] = useState<number | null>(null);
  const millis = readInstant(at);
  const written = useMemo(() => {
    if (millis === null) return null;
    const all = writeInstant(millis, zone);
    return { ...all, brief: briefDate(all, writeInstant(now(), zone)) };
  }, [millis, zone]);
  if (millis === null || written === null) return <span aria-hidden="true">–</span>;
  const inZones = new Set([zone, ofDag ?? "UTC", "UTC"].map((each) => instantText(millis, each)));
  const distance = hoveredAt === null ? [] : [untilText(millis - hoveredAt, own.language)];
  const title = [...distance, ...inZones, ...(more === undefined ? [] : [more])].join("\n");
  const hasSeconds = show === "short" && !written.time.endsWith(":00");
  const clock = clockText(hasSeconds ? written.time : written.time.slice(0, 5), own.hours);
  const short = `${written.brief} ${clock} ${written.zone}`;
  const text = {
    full: `${written.date} ${clockText(written.time, own.hours)} ${written.zone}`,
    time: clockText(written.time, own.hours),
    minute: short,
    short,
  }[show];
  return (
    <time dateTime={at ?? undefined} title={title} onPointerEnter={() => setHoveredAt(now())}>
      {text}
    </time>
  );
}
