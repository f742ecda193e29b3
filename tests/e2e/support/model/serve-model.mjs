/**
 * An OpenAI-compatible server for one model, with node-llama-cpp: `node serve-model.mjs <package> <model> <port>`. It
 * counts, streams and obeys a JSON schema as llama-server does. Prints 'ready' once it listens.
 */
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';

const [packageFile = '', model = '', port = '0'] = process.argv.slice(2);
const { getLlama, LlamaCompletion } = await import(pathToFileURL(packageFile).href);
const llama = await getLlama({ gpu: false, build: 'never', logLevel: 'error' });
const loaded = await llama.loadModel({ modelPath: model });
const context = await loaded.createContext({ contextSize: 4096, sequences: 1, threads: 1 });

/** One answer at a time. */
let queue = Promise.resolve();

const cors = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'authorization, content-type',
};

const server = createServer((request, response) => {
  const json = (/** @type {number} */ status, /** @type {object} */ body) => {
    response.writeHead(status, { ...cors, 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  if (request.method === 'OPTIONS') response.writeHead(204, cors).end();
  else if (request.url === '/v1/models') json(200, { data: [{ id: 'tiny' }] });
  else if (request.url === '/v1/chat/completions') {
    let body = '';
    request.on('data', (piece) => (body += piece));
    request.on('end', () => {
      queue = queue
        .then(() => answer(JSON.parse(body), response, json))
        .catch((error) => {
          console.error(error);
          response.destroy();
        });
    });
  } else json(404, { error: { message: 'There is nothing here.' } });
});
server.listen(Number(port), '127.0.0.1', () => console.log('ready'));

/**
 * @param {any} asked
 * @param {import('node:http').ServerResponse} response
 * @param {(status: number, body: object) => void} json
 */
async function answer({ messages, max_tokens: maxTokens, response_format: format }, response, json) {
  const text = messages.map((/** @type {{ content: string }} */ { content }) => content).join('\n');
  const tokens = loaded.tokenize(text);
  if (tokens.length + maxTokens > 4096) {
    json(400, {
      error: { code: 400, type: 'exceed_context_size_error', message: 'exceeds the context size' },
    });
    return;
  }
  response.writeHead(200, { ...cors, 'Content-Type': 'text/event-stream' });
  const send = (/** @type {object} */ event) =>
    response.write(`data: ${JSON.stringify({ model: 'tiny', ...event })}\n\n`);
  const grammar = await llama.createGrammarForJsonSchema(oneOf(format.json_schema.schema));
  const sequence = context.getSequence();
  const completion = new LlamaCompletion({ contextSequence: sequence, autoDisposeSequence: true });
  const stop = new AbortController();
  response.on('close', () => stop.abort());
  let count = 0;
  const { metadata } = await completion.generateCompletionWithMeta(tokens, {
    grammar,
    maxTokens,
    temperature: 1,
    seed: 7,
    signal: stop.signal,
    stopOnAbortSignal: true,
    onToken: (/** @type {unknown[]} */ made) => (count += made.length),
    onTextChunk: (/** @type {string} */ content) => send({ choices: [{ index: 0, delta: { content } }] }),
  });
  completion.dispose();
  const reason = metadata.stopReason === 'maxTokens' ? 'length' : 'stop';
  send({ choices: [{ index: 0, delta: {}, finish_reason: reason }] });
  send({ choices: [], usage: { prompt_tokens: tokens.length, completion_tokens: count } });
  response.end('data: [DONE]\n\n');
}

/**
 * The grammar's maker knows `oneOf` instead of `anyOf`, and requires every property anyway.
 * @param {any} schema
 * @returns {any}
 */
function oneOf({ anyOf, properties, ...schema }) {
  if (anyOf !== undefined) return { oneOf: anyOf.map(oneOf) };
  if (schema.items !== undefined) return { ...schema, items: oneOf(schema.items) };
  if (properties === undefined) return schema;
  const parts = Object.entries(properties).map(([name, part]) => [name, oneOf(part)]);
  return { ...schema, properties: Object.fromEntries(parts) };
}
