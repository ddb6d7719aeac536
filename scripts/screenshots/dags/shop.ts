/** A shop's nights, as the pictures of the interface show them: one job fails, one goes on, one waits for a person, one for a pool. */
import { asset, dag } from "momiji";
import { approval, bash, empty } from "momiji/operators";
import { z } from "zod";

const orders = asset({ name: "orders", uri: "s3://shop/orders.parquet", group: "shop" });
const owned = { tags: ["shop"], defaults: { owner: "data team" } };

export const nightlyReport = dag(
  {
    id: "nightly_report",
    description: "Yesterday's orders, counted before the shop opens",
    schedule: "0 3 * * *",
    timezone: "Asia/Tokyo",
    startDate: "2026-11-01",
    docMd:
      "Loads the **orders** and **items** of the day, then writes the report.\n\n- owner: the data team\n- wakes up: the one on call",
    ...owned,
  },
  ({ group }) => {
    const extract = bash("extract", { command: 'for i in 1 2 3 4 5; do echo "part $i extracted"; done' });
    const load = group("load", () => {
      bash("customers", { command: "echo '1,204 rows'" });
      bash("orders", {
        command:
          'echo "connecting to the warehouse"; [ -n "$BROKEN" ] || { echo "12,345 rows"; exit 0; }; echo \'relation "orders_2026" does not exist\' >&2; exit 3',
        env: { BROKEN: "{{ params.broken | default('') }}" },
        appendEnv: true,
        retries: 1,
        retryDelay: { seconds: 1 },
      });
      bash("items", { command: "echo '48,020 rows'" });
    });
    const mart = bash("mart", { command: "echo built" });
    const report = bash("report", { command: "echo written" });
    extract.before(load);
    load.before(mart);
    mart.before(report);
  },
);

export const resizeImages = dag(
  { id: "resize_images", description: "One instance a picture", ...owned },
  ({ task }) => {
    const pictures = task("pictures", () =>
      Array.from({ length: 30 }, (_, at) => `coat-${String(at).padStart(2, "0")}.jpg`),
    );
    task.map("resize", { over: { picture: pictures }, mapIndexTemplate: "{{ inputs.picture }}" }, ({ picture }) => {
      if (picture.endsWith("7.jpg")) throw new Error(`${picture} is no picture`);
      return picture.length;
    });
  },
);

export const publishPrices = dag(
  { id: "publish_prices", description: "Somebody looks at the prices first", ...owned },
  () => {
    const check = approval("ok_to_publish", {
      subject: "Publish the prices of 22 November?",
      body: "412 prices change, the largest by **12 %**.",
    });
    check.before(bash("publish", { command: "echo published" }));
  },
);

export const yearEnd = dag(
  { id: "year_end", description: "Waits for a pool without slots", ...owned },
  () => void bash("close_books", { command: "echo closed", pool: "ledger" }),
);

export const receiveOrders = dag({ id: "receive_orders", ...owned }, ({ task }) => {
  task("make", { outlets: orders }, (ctx) => ctx.outletEvents(orders).add({ extra: { rows: 12_345 } }));
});

export const billing = dag(
  { id: "billing", description: "Starts when the orders are there", schedule: orders, ...owned },
  ({ chain }) => {
    chain(bash("invoice", { command: "echo 120 invoices" }), empty("done"));
  },
);

export const catchUp = dag(
  {
    id: "old_numbers",
    description: "66 days to catch up on, once it is switched on",
    schedule: "@daily",
    startDate: "2026-01-01",
    endDate: "2026-03-07",
    catchup: true,
    isPausedUponCreation: true,
    ...owned,
  },
  () => void bash("count", { command: "true" }),
);

export const syncCustomers = dag(
  { id: "sync_customers", description: "Goes on for as long as anybody looks", schedule: "*/30 * * * *", ...owned },
  () => {
    const fetch = bash("fetch", {
      command: 'for i in $(seq 1 900); do echo "page $i: 250 customers"; sleep 1; done',
    });
    const reach = bash("reach_shop", {
      command: "echo 'shop.example: connection refused' >&2; exit 7",
      retries: 2,
      retryDelay: { hours: 1 },
    });
    bash("merge", { command: "echo merged" }).after(fetch, reach);
  },
);

export const priceList = dag(
  {
    id: "price_list",
    description: "Asks for what it needs before it runs",
    params: z.object({
      season: z.enum(["spring", "summer", "autumn"]).default("autumn").describe("Whose prices are written"),
      discount: z.number().min(0).max(50).default(10).describe("Per cent off"),
      shops: z.array(z.string()).default(["Kyoto", "Nara"]),
      dryRun: z.boolean().default(true).describe("Write nothing, only count"),
      contact: z.string().min(3).describe("Who is asked if a price looks wrong"),
    }),
    ...owned,
  },
  () => void bash("write", { command: "echo {{ params.season }}" }),
);
