import { all, asset, dag } from "momiji";

const orders = asset({ name: "orders", uri: "s3://bucket/orders.csv", extra: { team: "data" } });

export default dag({ id: "asset_both", schedule: all(orders, asset("users")) }, ({ task }) => {
  task("both", () => undefined);
});
