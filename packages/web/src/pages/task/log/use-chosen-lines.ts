/** The lines that a filter lets through: their numbers at once, their texts as they are looked at. */
import type { LogLine } from "@momiji/client";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useReducer } from "react";
import type { LineFilter } from "./log-source.ts";
import { LogWindow } from "./log-window.ts";
import type { OpenLog } from "./open-log.ts";
import { chosenRows, type Rows } from "./rows.ts";

export interface ChosenLines {
  readonly rows: Rows;
  line(row: number): LogLine | undefined;
  /** How many there are; rows are the first 10,000, and what was added since. */
  readonly total: number;
}

/** @param count of all lines: what is added is looked at as it comes @returns null: all lines, or not known yet */
export function useChosenLines(log: OpenLog, filter: LineFilter, count: number): ChosenLines | null {
  const [, redraw] = useReducer((changes: number) => changes + 1, 0);
  const isOn = filter.level.length + filter.src.length > 0;
  const { data } = useQuery({
    queryKey: ["log-lines", log.source.name, filter],
    enabled: isOn,
    gcTime: 0,
    queryFn: async ({ signal }) => {
      const seen = log.state().count ?? 0;
      const { hits, total } = await log.source.search("", filter, signal);
      return new Chosen(log, filter, { hits, total, seen: Math.max(seen, hits.at(-1) ?? 0) });
    },
  });
  const added = data?.lookAt(count) ?? 0;
  const window = useMemo(() => data?.window(redraw), [data]);
  const rows = useMemo(
    () => (data === undefined ? null : chosenRows(data.numbers.slice(0, data.first + added))),
    [data, added],
  );
  if (!isOn || window === undefined || rows === null || data === undefined) return null;
  return { rows, line: (row) => window.line(row), total: data.total + added };
}

class Chosen {
  readonly numbers: number[];
  readonly first: number;
  readonly total: number;
  readonly #log: OpenLog;
  readonly #filter: LineFilter;
  #seen: number;

  constructor(
    log: OpenLog,
    filter: LineFilter,
    { hits, total, seen }: { readonly hits: readonly number[]; readonly total: number; readonly seen: number },
  ) {
    this.numbers = [...hits];
    this.first = hits.length;
    this.total = total;
    this.#log = log;
    this.#filter = filter;
    this.#seen = seen;
  }

  /** @returns how many have been added since it was asked for */
  lookAt(count: number): number {
    for (; this.#seen < count; this.#seen++) {
      const line = this.#log.known(this.#seen + 1);
      if (line !== undefined && fits(line, this.#filter)) this.numbers.push(line.n);
    }
    return this.numbers.length - this.first;
  }

  window(redraw: () => void): LogWindow {
    const read = async (place: number, limit: number) =>
      (await this.#log.source.page({ from: this.numbers[place] ?? 1, limit }, this.#filter)).lines;
    return new LogWindow(read, redraw);
  }
}

function fits({ lv, src }: LogLine, filter: LineFilter): boolean {
  const isOf = (all: readonly string[], one: string): boolean => all.length === 0 || all.includes(one);
  return isOf(filter.level, lv) && isOf(filter.src, src);
}
