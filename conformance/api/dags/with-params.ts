import { dag } from "momiji";
import { z } from "zod";

const params = z.object({
  n: z.int().min(1).max(10).default(3).describe("how many"),
  who: z.enum(["world", "moon"]).default("world"),
  opt: z.string().nullable().default(null),
});

export default dag({ id: "with_params", schedule: null, params }, ({ task }) => {
  task("show", (ctx) => {
    console.log(ctx.params);
    return { ...ctx.params };
  });
});
