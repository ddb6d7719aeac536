/** The heights of a million rows, and where each begins: sums that are kept up in steps of powers of two (a Fenwick tree). */
export class Heights {
  readonly #usual: number;
  #count = 0;
  /** How much higher than usual; at a place the sum of the rows that it stands for. */
  #sums = new Float64Array(1024);
  #own = new Float32Array(1024);

  /** @param usual pixels of a row that was not measured */
  constructor(usual: number) {
    this.#usual = usual;
  }

  set count(count: number) {
    if (count > this.#own.length) this.#grow(count);
    this.#count = count;
  }

  get total(): number {
    return this.topOf(this.#count);
  }

  /** Pixels above a row. */
  topOf(row: number): number {
    let sum = row * this.#usual;
    for (let at = row; at > 0; at -= at & -at) sum += this.#sums[at - 1] ?? 0;
    return sum;
  }

  /** @returns by how much it has changed */
  measured(row: number, height: number): number {
    const more = height - this.#usual;
    const change = more - (this.#own[row] ?? 0);
    if (change === 0) return 0;
    this.#own[row] = more;
    for (let at = row + 1; at <= this.#sums.length; at += at & -at)
      this.#sums[at - 1] = (this.#sums[at - 1] ?? 0) + change;
    return change;
  }

  /** The row at a height. */
  rowAt(top: number): number {
    let [low, high] = [0, this.#count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.topOf(middle + 1) <= top) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, Math.min(low, this.#count - 1));
  }

  #grow(count: number): void {
    const own = new Float32Array(2 ** Math.ceil(Math.log2(count)));
    own.set(this.#own);
    const sums = new Float64Array(own.length);
    for (let at = 1; at <= own.length; at++) {
      sums[at - 1] = (sums[at - 1] ?? 0) + (own[at - 1] ?? 0);
      const above = at + (at & -at);
      if (above <= own.length) sums[above - 1] = (sums[above - 1] ?? 0) + (sums[at - 1] ?? 0);
    }
    this.#own = own;
    this.#sums = sums;
  }
}
