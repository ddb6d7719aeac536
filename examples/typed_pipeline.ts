/**
 * Functions that hand values on. An input is named where it is used and has the type that its task returns: a wrong name, a
 * wrong type or an edge to nowhere does not compile.
 */
import { dag } from "momiji";

interface Order {
  readonly customer: string;
  readonly yen: number;
}

export default dag(
  { id: "typed_pipeline", tags: ["example"], defaults: { retries: 2, retryDelay: { seconds: 5 } } },
  ({ task, group }) => {
    const orders = task("orders", async (): Promise<Order[]> => [
      { customer: "Momo", yen: 1_200 },
      { customer: "Ken", yen: 800 },
      { customer: "Momo", yen: 500 },
    ]);

    const { outputs } = group("figures", () => ({
      total: task("total", { orders }, ({ orders }) => orders.reduce((sum, order) => sum + order.yen, 0)),
      customers: task("customers", { orders }, ({ orders }) =>
        [...new Set(orders.map((order) => order.customer))].sort(),
      ),
    }));

    task("report", outputs, ({ total, customers }, { log }) => {
      log.info(`${customers.join(" and ")} spent ${total} yen`);
      return { total, customers: customers.length };
    });
  },
);
