import { asset, dag } from "momiji";

const orders = asset({ name: "orders", uri: "s3://bucket/orders.csv", extra: { team: "data" } });

export const producer = dag({ id: "asset_producer", schedule: null, tags: ["asset"] }, ({ task }) => {
  task("make", { outlets: orders }, (ctx) => ctx.outletEvents(orders).add({ extra: { rows: 7 } }));
});

export const consumer = dag({ id: "asset_consumer", schedule: [orders], tags: ["asset"] }, ({ task }) => {
  task("read", (ctx) => console.log(ctx.triggeringAssetEvents));
});
