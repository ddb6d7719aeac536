/** Jinja's tests: what may stand after `is`. */
import { bindArguments, type Parameters, textArgument, REQUIRED } from "../python/arguments.ts";
import { binary } from "../python/operators.ts";
import { PyDict } from "../python/dict.ts";
import { contains, equal, iterateOrNull, numberOf, ordered, strOf, typeName } from "../python/protocol.ts";
import { PyMarkup } from "../python/markup.ts";
import { TEXT_QUESTIONS } from "../python/letter-case.ts";
import { PyUndefined } from "../python/undefined.ts";
import {
  type CallArguments,
  type OrderOperator,
  PyObject,
  PyStringLike,
  type PyValue,
  type Runtime,
  stringOf,
} from "../python/value.ts";

export type TestFunction = (value: PyValue, args: CallArguments, rt: Runtime) => boolean;

function test(
  parameters: Parameters,
  holds: (value: PyValue, args: readonly PyValue[], rt: Runtime) => boolean,
): TestFunction {
  return (value, args, rt) => holds(value, bindArguments("test", parameters, args), rt);
}

function plain(holds: (value: PyValue) => boolean): TestFunction {
  return test({}, holds);
}

function comparing(operator: OrderOperator): TestFunction {
  return test({ other: REQUIRED }, (value, [other], rt) => ordered(operator, [value, other as PyValue], rt));
}

const eq = test({ other: REQUIRED }, (value, [other], rt) => equal(value, other as PyValue, rt));
const ne = test({ other: REQUIRED }, (value, [other], rt) => !equal(value, other as PyValue, rt));
const [lt, le, gt, ge] = [comparing("<"), comparing("<="), comparing(">"), comparing(">=")];

function remainder(value: PyValue, by: PyValue, rt: Runtime): PyValue {
  return binary("%", [value, by], rt);
}

const SEQUENCES: ReadonlySet<string> = new Set(["list", "tuple", "dict", "range", "bytes", "str", "Markup"]);

export const BUILTIN_TESTS: ReadonlyMap<string, TestFunction> = new Map(
  Object.entries({
    boolean: plain((value) => typeof value === "boolean"),
    callable: plain((value) => value instanceof PyObject && value.callable),
    defined: plain((value) => !(value instanceof PyUndefined)),
    divisibleby: test({ num: REQUIRED }, (value, [by], rt) => equal(remainder(value, by as PyValue, rt), 0n, rt)),
    "==": eq,
    eq,
    equalto: eq,
    escaped: plain((value) => value instanceof PyMarkup),
    even: test({}, (value, _args, rt) => equal(remainder(value, 2n, rt), 0n, rt)),
    odd: test({}, (value, _args, rt) => equal(remainder(value, 2n, rt), 1n, rt)),
    false: plain((value) => value === false),
    true: plain((value) => value === true),
    filter: test({}, (value, _args, rt) => rt.knows("filter", textArgument(value, "the name of a filter"))),
    test: test({}, (value, _args, rt) => rt.knows("test", textArgument(value, "the name of a test"))),
    float: plain((value) => typeof value === "number"),
    integer: plain((value) => typeof value === "bigint"),
    number: plain((value) => numberOf(value) !== undefined),
    "!=": ne,
    ne,
    "<": lt,
    lt,
    lessthan: lt,
    "<=": le,
    le,
    ">": gt,
    gt,
    greaterthan: gt,
    ">=": ge,
    ge,
    in: test({ seq: REQUIRED }, (value, [seq], rt) => contains(seq as PyValue, value, rt)),
    iterable: test({}, (value, _args, rt) => iterateOrNull(value, rt) !== null),
    lower: test({}, (value, _args, rt) => TEXT_QUESTIONS["islower"]?.(strOf(value, rt)) === true),
    upper: test({}, (value, _args, rt) => TEXT_QUESTIONS["isupper"]?.(strOf(value, rt)) === true),
    mapping: plain((value) => value instanceof PyDict),
    none: plain((value) => value === null),
    sameas: test({ other: REQUIRED }, (value, [other]) => value === other),
    sequence: plain((value) => value instanceof PyStringLike || SEQUENCES.has(typeName(value))),
    string: plain((value) => stringOf(value) !== undefined),
    undefined: plain((value) => value instanceof PyUndefined),
  }),
);
