/** What this browser needs on this machine for a page that never changes: 4,000 nodes with text, laid out and drawn. */
import type { Stage } from "./visitor.ts";

const TIMES = 7;

const BUILD = `(async () => {
  const start = performance.now();
  const rows = Array.from({ length: 200 }, (_, row) => {
    const line = document.createElement("div");
    for (let cell = 0; cell < 19; cell++) {
      const box = document.createElement("span");
      box.textContent = row + ":" + cell;
      line.append(box);
    }
    return line;
  });
  document.body.replaceChildren(...rows);
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return performance.now() - start;
})()`;

/** Milliseconds, each time in a new page. */
export async function calibrate({ visitor }: Stage): Promise<readonly number[]> {
  const { page, context } = await visitor();
  const millis: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    await page.goto("about:blank");
    millis.push(await page.evaluate<number>(BUILD));
  }
  await context.close();
  return millis;
}
