/** How one column of a cron is put into words. */
export interface ColumnWords {
  /** What `*` says. */
  readonly every: string;
  /** One value: "05:00", "Monday". */
  one(text: string): string;
  /** The `/n` of a step. */
  step(count: string): string;
  /** A range that stands alone. */
  range(low: string, high: string): string;
  /** A value or a list; `text` is the whole column, `content` its values in words. */
  at(text: string, content: string): string;
}

/** One column in words. */
export function columnInWords(text: string, words: ColumnWords): string {
  if (text === "*") return words.every;
  if (!/[/,-]/.test(text)) return words.at(text, words.one(text));
  if (text.includes(",")) return words.at(text, joined(text.split(",").map((item) => itemInWords(item, words))));
  if (text.includes("/")) return stepInWords(text, words);
  return rangeInWords(text, words, words.range);
}

/** `1-5` in words; an hour that ends a range lasts until its last minute. */
export function rangeInWords(text: string, { one }: Pick<ColumnWords, "one">, range: ColumnWords["range"]): string {
  const [low = "", high = ""] = text.split("-");
  return range(one(low), one(high).replace(":00", ":59"));
}

function stepInWords(text: string, words: ColumnWords): string {
  const [base = "", count = ""] = text.split("/");
  const step = words.step(count);
  if (base.includes("-")) {
    const range = rangeInWords(base, words, words.range);
    return range.startsWith(", ") ? step + range : `${step}, ${range}`;
  }
  if (base.includes("*")) return step;
  return `${step}, starting ${withoutCommas(words.at(base, words.one(base)))}`;
}

function itemInWords(item: string, words: ColumnWords): string {
  const through = (low: string, high: string): string => `${low} through ${high}`;
  if (!item.includes("/")) return item.includes("-") ? rangeInWords(item, words, through) : words.one(item);
  const [base = "", count = ""] = item.split("/");
  const step = words.step(count).replace(/^, /, "");
  if (base.includes("-")) return `${step}, ${rangeInWords(base, words, through)}`;
  // Airflow's English has no words here for where the step starts, only the comma before them.
  return base === "*" ? step : `${step}, `;
}

function joined(items: readonly string[]): string {
  if (items.length === 2) return items.join(" and ");
  return `${items.slice(0, -1).join(", ")}, and ${items.at(-1)}`;
}

function withoutCommas(text: string): string {
  return text.replaceAll(", ", "");
}
