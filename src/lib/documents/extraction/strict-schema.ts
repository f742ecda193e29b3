import type * as v from 'valibot';

/** The parts that an answer's schema may use: no server accepts any others in strict mode. */
type Part =
  | v.StrictObjectSchema<v.ObjectEntries, undefined>
  | v.ArraySchema<v.GenericSchema, undefined>
  | v.NullableSchema<v.GenericSchema, undefined>
  | v.PicklistSchema<string[], undefined>
  | v.StringSchema<undefined>
  | v.NumberSchema<undefined>
  | v.BooleanSchema<undefined>;

/**
 * The JSON Schema of an answer, in the subset that OpenAI's strict mode, Anthropic, llama.cpp, vLLM, Ollama and LM
 * Studio share: every object closed, every property required, missing values null.
 * @throws for any other schema, which is a bug
 */
export function strictSchema(schema: v.GenericSchema): object {
  const part = schema as Part;
  switch (part.type) {
    case 'strict_object':
      return {
        type: 'object',
        properties: Object.fromEntries(
          Object.entries(part.entries).map(([name, each]) => [name, strictSchema(each)]),
        ),
        required: Object.keys(part.entries),
        additionalProperties: false,
      };
    case 'array':
      return { type: 'array', items: strictSchema(part.item) };
    case 'nullable':
      return { anyOf: [strictSchema(part.wrapped), { type: 'null' }] };
    case 'picklist':
      return { type: 'string', enum: part.options };
    case 'string':
    case 'number':
    case 'boolean':
      return { type: part.type };
    default:
      throw new Error(`An answer cannot be asked for as “${schema.type}”.`);
  }
}
