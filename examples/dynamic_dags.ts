/** Several DAGs from one file: a list is all it takes. */
import { dag } from "momiji";
import { bash } from "momiji/operators";

const shops = [
  { name: "sapporo", opens: 8 },
  { name: "tokyo", opens: 9 },
  { name: "naha", opens: 10 },
];

export default shops.map(({ name, opens }) =>
  dag(
    { id: `open_${name}`, schedule: `0 ${opens} * * *`, timezone: "Asia/Tokyo", tags: ["example", name] },
    ({ chain }) => {
      chain(...["lights", "till", "door"].map((what) => bash(what, { command: `echo ${what} of ${name}` })));
    },
  ),
);
