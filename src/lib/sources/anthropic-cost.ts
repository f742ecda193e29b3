import { tableSource } from './reading/table-source';

/**
 * Anthropic's cost export: amounts by kind of token, but no tokens. Its `cost_usd` by `token_type`, day, workspace and
 * model (a display name) would be read here once costs are kept.
 */
export const anthropicCost = tableSource({
  id: 'anthropic-cost',
  name: 'Anthropic cost export',
  certainty: 'documentation',
  places: ['platform.claude.com: Cost, Export'],
  columns: ['usagedateutc', 'costusd', ['tokentype', 'costtype']],
  otherColumns: ['usageoutputtokens'],
  reader(sink) {
    sink.problem('A cost export holds no tokens: nothing of it was counted. Import the usage export.');
    return () => null;
  },
});
