/** How long something took: two units at the most, in the words of the language. */

export type DurationWords = "en" | "ja";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const UNITS = {
  en: { ms: " ms", s: " s", m: " m", h: " h", d: " d", gap: " " },
  ja: { ms: "ミリ秒", s: "秒", m: "分", h: "時間", d: "日", gap: "" },
} as const;

/** `842 ms`, `5.6 s`, `12 m 4 s`, `3 h 02 m`, `2 d 4 h`; what is negative, of clocks that disagree, is nothing. */
export function durationText(millis: number, words: DurationWords): string {
  const unit = UNITS[words];
  const whole = Math.max(0, Math.round(millis));
  if (whole < SECOND) return `${whole}${unit.ms}`;
  if (whole < MINUTE) return `${(Math.floor(whole / 100) / 10).toFixed(1)}${unit.s}`;
  const [large, small] = pairOf(whole);
  return `${large.count}${unit[large.name]}${unit.gap}${padded(small, words)}${unit[small.name]}`;
}

interface Amount {
  readonly name: "d" | "h" | "m" | "s";
  readonly count: number;
}

function pairOf(millis: number): readonly [Amount, Amount] {
  const of = (name: Amount["name"], count: number): Amount => ({ name, count: Math.floor(count) });
  if (millis < HOUR) return [of("m", millis / MINUTE), of("s", (millis % MINUTE) / SECOND)];
  if (millis < DAY) return [of("h", millis / HOUR), of("m", (millis % HOUR) / MINUTE)];
  return [of("d", millis / DAY), of("h", (millis % DAY) / HOUR)];
}

/** Minutes beside hours are read as a clock's. */
function padded({ name, count }: Amount, words: DurationWords): string {
  return name === "m" && words === "en" ? String(count).padStart(2, "0") : String(count);
}
