import { asArray, asObject, type JsonObject } from '../reading/json-fields';

/**
 * The responses in a record. In a batch result the response is nested, and a list contains several. Empty if the call
 * failed.
 */
export function responsesIn(record: JsonObject): readonly JsonObject[] {
  const response = asObject(record.response);
  const body = asObject(response?.body);
  const result = asObject(record.result);
  if (hasFailed(record.error) || hasFailed(body?.error) || hasFailed(result?.error)) return [];
  // Anthropic's batches use these types for requests that were never made.
  if (result?.type === 'canceled' || result?.type === 'expired') return [];
  const inside =
    body ?? asObject(result?.message) ?? (response?.usageMetadata === undefined ? null : response);
  if (inside !== null) return [inside];
  const elements = record.usage === undefined ? asArray(record.data).map(asObject) : [];
  const responses = elements.filter((element) => element !== null && 'usage' in element);
  return responses.length > 0 ? responses.filter((element) => element !== null) : [record];
}

function hasFailed(error: unknown): boolean {
  return error !== undefined && error !== null;
}
