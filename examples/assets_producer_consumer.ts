/**
 * A DAG that starts when another one has made its data, without a time between them. `momiji dags trigger make_orders`
 * starts the first; switch both on before: a paused DAG counts nothing.
 */
import { asset, dag } from "momiji";

const orders = asset({ name: "orders", uri: "file:///tmp/momiji/orders.csv", group: "shop" });

export const producer = dag({ id: "make_orders", tags: ["example"] }, ({ task }) => {
  task("make", { outlets: orders }, (ctx) => {
    // What is known only now goes with the event.
    ctx.outletEvents(orders).add({ extra: { rows: 7 } });
  });
});

export const consumer = dag({ id: "report_orders", schedule: orders, tags: ["example"] }, ({ task }) => {
  task("report", (ctx) => {
    for (const { asset, extra, source } of ctx.triggeringAssetEvents) {
      ctx.log.info(`${asset.name} changed: ${JSON.stringify(extra)}, by ${source?.taskId ?? "nobody"}`);
    }
  });
});
