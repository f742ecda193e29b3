/**
 * The smallest language model that llama.cpp runs: one layer with fixed weights, and a vocabulary of bytes and letters.
 * It writes nonsense, but it is real: it counts tokens, obeys a grammar and stops at a limit. The bytes are the same
 * every time.
 */
export function tinyModel(): Uint8Array {
  const tensors = tensorsOf();
  const head = new Writer();
  head.bytes(new TextEncoder().encode('GGUF'));
  head.u32(3);
  head.u64(tensors.length);
  head.u64(metadata.length);
  for (const [key, type, value] of metadata) head.entry(key, type, value);
  let offset = 0;
  for (const { name, shape } of tensors) {
    head.text(name);
    head.u32(shape.length);
    for (const size of shape) head.u64(size);
    head.u32(0);
    head.u64(offset);
    offset += aligned(4 * sizeOf(shape));
  }
  const start = aligned(head.length);
  const model = new Uint8Array(start + offset);
  model.set(head.all());
  let at = start;
  for (const { shape, values } of tensors) {
    model.set(new Uint8Array(values.buffer), at);
    at += aligned(4 * sizeOf(shape));
  }
  return model;
}

const size = 32;
const inner = 64;
const alignment = 32;
const aligned = (length: number) => Math.ceil(length / alignment) * alignment;
const sizeOf = (shape: readonly number[]) => shape.reduce((product, each) => product * each, 1);

const pieces = Array.from('▁etaoinshrdlucmfwypvbg');
const vocabulary = [
  ...['<unk>', '<s>', '</s>'].map((text, index) => ({ text, kind: index === 0 ? 2 : 3 })),
  ...Array.from({ length: 256 }, (_, byte) => ({
    text: `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`,
    kind: 6,
  })),
  ...pieces.map((text) => ({ text, kind: 1 })),
];

/** GGUF's types of values. */
const types = { u32: 4, i32: 5, f32: 6, text: 8, list: 9 } as const;
type Value = number | string | { of: 'i32' | 'f32' | 'text'; items: readonly (number | string)[] };

const metadata: [key: string, type: keyof typeof types, value: Value][] = [
  ['general.architecture', 'text', 'llama'],
  ['general.name', 'text', 'tiny'],
  ['llama.context_length', 'u32', 8192],
  ['llama.embedding_length', 'u32', size],
  ['llama.block_count', 'u32', 1],
  ['llama.feed_forward_length', 'u32', inner],
  ['llama.attention.head_count', 'u32', 2],
  ['llama.attention.head_count_kv', 'u32', 2],
  ['llama.attention.layer_norm_rms_epsilon', 'f32', 1e-5],
  ['llama.rope.dimension_count', 'u32', size / 2],
  ['llama.vocab_size', 'u32', vocabulary.length],
  ['tokenizer.ggml.model', 'text', 'llama'],
  ['tokenizer.ggml.tokens', 'list', { of: 'text', items: vocabulary.map(({ text }) => text) }],
  ['tokenizer.ggml.scores', 'list', { of: 'f32', items: vocabulary.map((_, index) => -index) }],
  ['tokenizer.ggml.token_type', 'list', { of: 'i32', items: vocabulary.map(({ kind }) => kind) }],
  ['tokenizer.ggml.bos_token_id', 'u32', 1],
  ['tokenizer.ggml.eos_token_id', 'u32', 2],
  ['tokenizer.ggml.unknown_token_id', 'u32', 0],
  ['tokenizer.chat_template', 'text', "{% for message in messages %}{{ message['content'] }}\n{% endfor %}"],
];

function tensorsOf() {
  let seed = 20_261_129;
  /** Mulberry32, from -0.5 to 0.5. */
  const random = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32 - 0.5;
  };
  const tensor = (name: string, ...shape: number[]) => ({
    name: `${name}.weight`,
    shape,
    values: Float32Array.from({ length: sizeOf(shape) }, () => (name.endsWith('norm') ? 1 : random())),
  });
  return [
    tensor('token_embd', size, vocabulary.length),
    tensor('blk.0.attn_norm', size),
    ...['q', 'k', 'v', 'output'].map((part) => tensor(`blk.0.attn_${part}`, size, size)),
    tensor('blk.0.ffn_norm', size),
    tensor('blk.0.ffn_gate', size, inner),
    tensor('blk.0.ffn_up', size, inner),
    tensor('blk.0.ffn_down', inner, size),
    tensor('output_norm', size),
    tensor('output', size, vocabulary.length),
  ];
}

class Writer {
  length = 0;
  readonly #parts: Uint8Array[] = [];

  bytes(part: Uint8Array): void {
    this.#parts.push(part);
    this.length += part.length;
  }

  u32(value: number): void {
    this.bytes(new Uint8Array(Uint32Array.of(value).buffer));
  }

  u64(value: number): void {
    this.bytes(new Uint8Array(BigUint64Array.of(BigInt(value)).buffer));
  }

  text(text: string): void {
    const bytes = new TextEncoder().encode(text);
    this.u64(bytes.length);
    this.bytes(bytes);
  }

  entry(key: string, type: keyof typeof types, value: Value): void {
    this.text(key);
    this.u32(types[type]);
    if (typeof value !== 'object') this.value(type, value);
    else {
      this.u32(types[value.of]);
      this.u64(value.items.length);
      for (const item of value.items) this.value(value.of, item);
    }
  }

  value(type: keyof typeof types, value: number | string): void {
    if (type === 'text') this.text(String(value));
    else if (type === 'f32') this.bytes(new Uint8Array(Float32Array.of(Number(value)).buffer));
    else if (type === 'i32') this.bytes(new Uint8Array(Int32Array.of(Number(value)).buffer));
    else this.u32(Number(value));
  }

  all(): Uint8Array {
    const all = new Uint8Array(this.length);
    let at = 0;
    for (const part of this.#parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }
}
