import wasm from '../../../../assembly/pick-fields.ts?assembly';
import { asObject, type JsonObject } from './json-fields';

/** The fields of an object to keep, by name: with their whole value, or with only some fields of it. */
export interface WantedFields {
  readonly [name: string]: true | WantedFields;
}

export interface WantedLines {
  fields: WantedFields;
  /** Lines without any of these ASCII texts are skipped. */
  containing: readonly string[];
  /** Lines with this text in their first bytes are skipped, too. */
  unless?: { text: string; within: number };
}

/** Receives the lines of a block, in their order. Lines count from 0, blank ones included. */
export interface PickedLines {
  /** A wanted line, reduced to its wanted fields. */
  record(record: JsonObject, line: number): void;
  /** A line at `bytes[start, end)` that must be parsed as a whole, because it may be wanted or broken. */
  other(start: number, end: number, line: number): void;
}

/** What `assembly/pick-fields.ts` exports. */
interface Exports {
  memory: WebAssembly.Memory;
  tables(): number;
  reserve(length: number): number;
  lookFor(needles: number, notWanted: number, within: number): void;
  pick(from: number, to: number): number;
  entries: WebAssembly.Global<'i32'>;
  entriesAt: WebAssembly.Global<'i32'>;
  jsonAt: WebAssembly.Global<'i32'>;
  jsonLength: WebAssembly.Global<'i32'>;
  lines: WebAssembly.Global<'i32'>;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Extracts the wanted fields from JSON lines with WebAssembly. The result equals that of `JSON.parse`, reduced to these
 * fields; where an object was expected but the line has something else, it is 0.
 */
export class FieldPicker {
  readonly #exports: Exports;

  /** Null in an engine without SIMD. */
  static of(lines: WantedLines): FieldPicker | null {
    return WebAssembly.validate(wasm) ? new FieldPicker(lines) : null;
  }

  private constructor({ fields, containing, unless }: WantedLines) {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm));
    this.#exports = exports as unknown as Exports;
    const start = this.#exports.tables();
    const table = tableOf(fields);
    const notWanted = table.length;
    const unwanted = textsOf(unless === undefined ? [] : [unless.text]);
    const needles = notWanted + unwanted.length;
    const bytes = [...table, ...unwanted, ...textsOf(containing)];
    new Uint8Array(this.#exports.memory.buffer).set(bytes, start);
    this.#exports.lookFor(start + needles, unless === undefined ? 0 : start + notWanted, unless?.within ?? 0);
  }

  /**
   * Reads the lines at `bytes[start, end)`, each with its newline.
   * @returns their number
   */
  pick(bytes: Uint8Array, start: number, end: number, lines: PickedLines): number {
    const wasmExports = this.#exports;
    const input = wasmExports.reserve(end - start);
    new Uint8Array(wasmExports.memory.buffer).set(bytes.subarray(start, end), input);
    const inputEnd = input + end - start;
    let passed = 0;
    for (let at = input; at < inputEnd;) {
      at = wasmExports.pick(at, inputEnd);
      const { buffer } = wasmExports.memory;
      const entries = new Uint32Array(buffer, wasmExports.entriesAt.value, wasmExports.entries.value * 3);
      const json = new Uint8Array(buffer, wasmExports.jsonAt.value, wasmExports.jsonLength.value);
      const records = JSON.parse(decoder.decode(json)) as unknown[];
      let next = 0;
      for (let entry = 0; entry < entries.length; entry += 3) {
        const line = passed + (entries[entry] ?? 0);
        const from = entries[entry + 1] ?? 0;
        if (from > 0) {
          lines.other(from - input + start, (entries[entry + 2] ?? 0) - input + start, line);
          continue;
        }
        const record = asObject(records[next]);
        next += 1;
        if (record !== null) lines.record(record, line);
      }
      passed += wasmExports.lines.value;
    }
    return passed;
  }
}

/** The table that `findField` in the assembly reads: the fields of an object, then those of the objects in it. */
function tableOf(fields: WantedFields, at = 0): number[] {
  const names = Object.keys(fields).map((name) => [...encoder.encode(name)]);
  const inside: number[] = [];
  const after = at + names.reduce((sum, name) => sum + 3 + name.length, 1);
  const own = Object.values(fields).flatMap((field, index) => {
    const name = names[index] ?? [];
    if (field === true) return [name.length, 0, 0, ...name];
    const place = after + inside.length;
    inside.push(...tableOf(field, place));
    return [name.length, place & 0xff, place >> 8, ...name];
  });
  return [...own, 0, ...inside];
}

/** Each text preceded by its length, then 0. */
function textsOf(texts: readonly string[]): number[] {
  return [...texts.flatMap((text) => [text.length, ...encoder.encode(text)]), 0];
}
