import * as v from 'valibot';
import {
  maxDollarsPerMillion,
  picoPerDollarPerMillion,
  type PriceChange,
  type PriceChoice,
} from '../../model/price-choice';
import { maxCostNanoUsd } from '../../model/event-cost';
import type { Subscription } from '../../model/subscription';
import { maxPriceFileLength } from '../../prices/price-file';
import type { CallSize } from '../../protocol/commands';
import * as shape from '../arguments';

const price = v.exactOptional(
  v.pipe(
    shape.wholeNumber,
    v.maxValue(
      maxDollarsPerMillion * picoPerDollarPerMillion,
      'Give a price of at most 100,000 dollars a million.',
    ),
  ),
);
const perToken = v.object({
  input: price,
  cacheRead: price,
  cacheWrite5m: price,
  cacheWrite1h: price,
  output: price,
});

export const model = shape.eventKey;

export const priceChoice: v.GenericSchema<PriceChoice> = v.variant('kind', [
  v.object({ kind: v.literal('free') }),
  v.object({ kind: v.literal('alias'), model }),
  v.object({
    kind: v.literal('own'),
    prices: v.pipe(
      v.array(v.object({ from: v.nullable(shape.date), perToken })),
      v.minLength(1, 'Give at least one price.'),
      v.maxLength(100, 'Give at most 100 prices.'),
      v.check(
        (prices) => new Set(prices.map(({ from }) => from)).size === prices.length,
        'Give one price for each day on which prices change.',
      ),
    ),
  }),
]);

export const priceChange: v.GenericSchema<PriceChange> = v.variant('kind', [
  v.object({ kind: v.literal('choice'), model, choice: v.nullable(priceChoice) }),
  v.object({ kind: v.literal('table'), id: v.nullable(shape.id) }),
]);

export const subscription: v.GenericSchema<Subscription> = v.pipe(
  v.object({
    id: shape.id,
    name: v.pipe(
      v.string('Give a name.'),
      v.trim(),
      v.minLength(1, 'Give a name.'),
      v.maxLength(100, 'Give a name of at most 100 characters.'),
    ),
    source: shape.id,
    monthlyNanoUsd: v.pipe(
      shape.wholeNumber,
      v.maxValue(maxCostNanoUsd, 'Give a price of at most a million dollars a month.'),
    ),
    from: shape.date,
    to: v.nullable(shape.date),
  }),
  v.check(({ from, to }) => to === null || from <= to, 'Give a last day that is not before the first.'),
);

export const priceFile = v.object(
  {
    id: shape.id,
    text: v.pipe(
      v.string('Give the file as a text.'),
      v.maxLength(maxPriceFileLength, 'The file is too large.'),
    ),
    addedAt: shape.time,
  },
  'Give a price table.',
);

export const newReprice = v.object(
  { id: shape.id, models: v.nullable(v.array(model)), startedAt: shape.time },
  'Give a pricing run.',
);

export const repricePlace = v.object(
  { event: shape.wholeNumber, deleted: shape.wholeNumber },
  'Give where the last step ended.',
);

export const repriceEnd = v.picklist(['finished', 'cancelled', 'undone'], 'Give how it ended.');

export const callSizes: v.GenericSchema<readonly CallSize[], CallSize[]> = v.pipe(
  v.array(
    v.object({ inputTokens: shape.wholeNumber, outputTokens: shape.wholeNumber }),
    'Give a list of calls.',
  ),
  v.maxLength(50_000, 'Give at most 50,000 calls.'),
);
