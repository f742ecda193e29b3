import { describe, expect, it } from 'vitest';
import { anthropicUsage } from '../../../src/lib/sources/anthropic-usage';
import { apiResponse } from '../../../src/lib/sources/api-response';
import { claudeCode } from '../../../src/lib/sources/claude-code';
import { openaiUsage } from '../../../src/lib/sources/openai-usage';
import type { Source } from '../../../src/lib/sources/source';
import { readSource } from './read-source';

const classesIn = async (source: Source, text: string) =>
  (await readSource(source, [new TextEncoder().encode(text)])).events.map((event) => event.serviceTier);

const usage = { input_tokens: 10, output_tokens: 5 };
const claudeLine = (changes: object) =>
  JSON.stringify({
    type: 'assistant',
    timestamp: '2026-11-01T10:00:00.000Z',
    sessionId: 's',
    requestId: 'r',
    message: { id: 'msg_1', model: 'claude-sonnet-4-5', usage: { ...usage, ...changes } },
  });
const response = { id: 'r', object: 'response', created_at: 1793520000, model: 'gpt-5', usage };

/** A call in a batch costs half, and one in fast mode or with priority more, so its price class is stored. */
describe('price classes', () => {
  it.each([
    [{ service_tier: 'standard', speed: 'standard' }, undefined],
    [{ service_tier: null }, undefined],
    [{ service_tier: 'batch' }, 'batch'],
    [{ service_tier: 'priority' }, 'priority'],
    [{ service_tier: 'standard', speed: 'fast' }, 'fast'],
  ])('of Claude Code: %j', async (changes, expected) => {
    expect(await classesIn(claudeCode, claudeLine(changes))).toEqual([expected]);
  });

  it.each([
    [response, undefined],
    [{ ...response, service_tier: 'default' }, undefined],
    [{ ...response, service_tier: 'flex' }, 'flex'],
    [{ ...response, service_tier: 'priority' }, 'priority'],
    [
      { custom_id: 'c', response: { status_code: 200, body: { ...response, service_tier: 'default' } } },
      'batch',
    ],
    [
      {
        custom_id: 'c',
        result: {
          type: 'succeeded',
          message: { id: 'm', type: 'message', role: 'assistant', model: 'claude-sonnet-4-5', usage },
        },
      },
      'batch',
    ],
    [
      {
        modelVersion: 'gemini-2.5-pro',
        usageMetadata: { promptTokenCount: 10, totalTokenCount: 10, trafficType: 'ON_DEMAND' },
      },
      undefined,
    ],
  ])('of a response: %j', async (record, expected) => {
    expect(await classesIn(apiResponse, JSON.stringify(record))).toEqual([expected]);
  });

  it('of a provider’s export', async () => {
    const openai = `start_time,end_time,project_id,num_model_requests,model,batch,service_tier,input_tokens,output_tokens,input_cached_tokens
1793491200,1793577600,proj_alpha01,4.0,gpt-5-mini,False,default,1200.0,340.0,0.0
1793491200,1793577600,proj_alpha01,1.0,gpt-5-mini,True,default,900.0,10.0,0.0
1793491200,1793577600,proj_alpha01,1.0,gpt-5-mini,False,priority,900.0,10.0,0.0
`;
    expect(await classesIn(openaiUsage, openai)).toEqual([undefined, 'batch', 'priority']);
    const anthropic = `usage_date_utc,model_version,api_key,workspace,usage_type,context_window,usage_input_tokens_no_cache,usage_input_tokens_cache_write_5m,usage_input_tokens_cache_write_1h,usage_input_tokens_cache_read,usage_output_tokens,web_search_count
2026-11-01,claude-opus-4-8,crawler,Default,standard,≤ 200k,1200,300,40,5000,700,0
2026-11-01,claude-opus-4-8,crawler,Default,batch,≤ 200k,100,0,0,0,20,0
2026-11-01,claude-opus-4-8,crawler,Default,batch,> 200k,100,0,0,0,20,0
2026-11-01,claude-opus-4-8,crawler,Default,standard,200k-1M,100,0,0,0,20,0
2026-11-01,claude-opus-4-8,crawler,Default,standard,0-200k,100,0,0,0,21,0
`;
    expect(await classesIn(anthropicUsage, anthropic)).toEqual([
      ...[undefined, 'batch', 'batch long-context', 'long-context', undefined],
    ]);
  });
});
