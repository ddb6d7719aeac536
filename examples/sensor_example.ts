/** A sensor asks again and again until what it waits for is there. It holds no process and no slot between two questions. */
import { readFile } from "node:fs/promises";
import { dag } from "momiji";
import { bash, fileSensor } from "momiji/operators";

const path = "/tmp/momiji-{{ run_id }}.txt";

export default dag({ id: "sensor_example", tags: ["example"] }, ({ task }) => {
  bash("write_later", { command: `sleep 3; date > '${path}'` });
  const found = fileSensor("wait_for_file", { path, pokeInterval: { seconds: 1 }, timeout: { minutes: 1 } });
  task("read", { found }, async ({ found }) => (await readFile(found, "utf8")).trim());
});
