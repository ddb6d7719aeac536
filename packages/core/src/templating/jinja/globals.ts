/** Jinja's global functions: `range`, `dict`, `lipsum`, `cycler`, `joiner`, `namespace`. */
import { raise } from "../errors.ts";
import { bindArguments, indexArgument } from "../python/arguments.ts";
import { PyDict, pairsOf } from "../python/dict.ts";
import { PyFunction } from "../python/function.ts";
import { PyRange } from "../python/iterator.ts";
import { capitalize } from "../python/letter-case.ts";
import { PyMarkup } from "../python/markup.ts";
import { isTrue } from "../python/protocol.ts";
import type { CallArguments, PyValue, Runtime } from "../python/value.ts";
import { Cycler, Joiner, Namespace } from "./namespace.ts";

const WORDS =
  "a ac accumsan ad adipiscing aenean aliquam aliquet amet ante aptent arcu at auctor augue bibendum blandit commodo condimentum congue consectetuer consequat conubia convallis cras cubilia cum curabitur curae cursus dapibus diam dictum dolor donec dui duis egestas eget eleifend elit enim erat eros est et etiam eu euismod facilisi fames faucibus felis fringilla gravida habitasse hac hendrerit iaculis id imperdiet in integer interdum ipsum justo lacinia lacus laoreet lectus leo libero ligula lobortis lorem luctus maecenas magna malesuada massa mattis mauris metus mi molestie mollis montes morbi nam nec neque nibh nisi nisl non nostra nulla nunc odio orci ornare parturient pede pellentesque pharetra phasellus placerat platea porta porttitor posuere potenti praesent pretium primis proin pulvinar purus quam quis quisque rhoncus risus rutrum sagittis sapien scelerisque sed sem semper senectus sit sociis sodales sollicitudin suscipit suspendisse taciti tellus tempor tempus tincidunt torquent tortor tristique turpis ullamcorper ultrices ultricies urna ut varius vehicula vel velit venenatis vestibulum vitae vivamus viverra volutpat vulputate".split(
    " ",
  );

function dict({ positional, named }: CallArguments, rt: Runtime): PyDict {
  if (positional.length > 1) raise("TypeError", `dict expected at most 1 argument, got ${positional.length}`);
  const pairs = positional[0] === undefined ? [] : pairsOf(positional[0], rt);
  return PyDict.of([...pairs, ...named], rt);
}

function lipsum(args: CallArguments, rt: Runtime): PyValue {
  const [n, html, min, max] = bindArguments("lipsum", { n: 5n, html: true, min: 20n, max: 100n }, args) as [
    PyValue,
    PyValue,
    PyValue,
    PyValue,
  ];
  const [least, most] = [indexArgument(min), indexArgument(max)];
  if (most <= least) raise("ValueError", "empty range for randrange()");
  const paragraphs = Array.from({ length: Math.max(0, indexArgument(n)) }, () => {
    const words = Array.from({ length: least + Math.floor(rt.random() * (most - least)) }, () => {
      rt.spend(1);
      return WORDS[Math.floor(rt.random() * WORDS.length)] as string;
    });
    return `${capitalize(words.join(" "))}.`;
  });
  return isTrue(html, rt)
    ? new PyMarkup(paragraphs.map((text) => `<p>${text}</p>`).join("\n"))
    : paragraphs.join("\n\n");
}

const GLOBALS: ReadonlyMap<string, (args: CallArguments, rt: Runtime) => PyValue> = new Map<
  string,
  (args: CallArguments, rt: Runtime) => PyValue
>([
  ["range", ({ positional }) => PyRange.of(positional)],
  ["dict", dict],
  ["lipsum", lipsum],
  ["cycler", ({ positional }) => new Cycler(positional)],
  ["joiner", (args) => new Joiner(bindArguments("joiner", { sep: ", " }, args)[0] as PyValue)],
  ["namespace", (args, rt) => new Namespace(dict(args, rt))],
]);

/** The global function of that name, or undefined. */
export function globalName(name: string): PyValue | undefined {
  const body = GLOBALS.get(name);
  return body === undefined ? undefined : new PyFunction(name, body);
}
