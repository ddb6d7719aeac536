/** Parts that answers share. Every schema of an answer is a `strictObject`, so that a test sees a field that it does not tell. */
import { z } from "zod";

/** In UTC, with `Z`; to the microsecond if it is not whole. */
export const Instant = z.iso.datetime();

/** Fractions allowed. */
export const Seconds = z.number();

/** Whatever JSON can say, here without its recursive schema. */
export const AnyJson = z.unknown();

/** Named values of any kind. */
export const AnyObject = z.record(z.string(), AnyJson);

export const TotalEntries = z.int().min(0).meta({ description: "How many there are without `limit` and `offset`" });

/** A page of a list: Airflow's `NAMECollectionResponse`. */
export function collection<const Key extends string, Item extends z.ZodType>(id: string, key: Key, item: Item) {
  const items = { [key]: z.array(item) } as { [key in Key]: z.ZodArray<Item> };
  return z.strictObject({ ...items, total_entries: TotalEntries }).meta({ id });
}

export const Count = z.int().min(0);

export const MapIndex = z.int().min(-1).meta({ description: "-1: the task is not mapped" });
/** Airflow's lists that have both kinds of pages. */
export const places = {
  total_entries: z
    .int()
    .min(0)
    .nullable()
    .meta({ description: "How many there are without `limit` and `offset`; null in pages by cursor" }),
  total_entries_limit: z
    .int()
    .nullable()
    .meta({ description: "There are more than `total_entries`, which stops counting here; null: it is exact" }),
  next_cursor: z.string().nullable().meta({ description: "`cursor` of the next page; null: there is none" }),
  previous_cursor: z.string().nullable().meta({ description: "`cursor` of the page before; null: there is none" }),
};
