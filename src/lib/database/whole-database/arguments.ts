import * as v from 'valibot';
import { maxMarkup, type Billing } from '../../model/billing';
import { isTimeZone } from '../../model/civil-time';
import { maxPerUsd } from '../../model/display-currency';
import type { Issued, IssuedSubject } from '../../model/issued';
import { isStorableText, time, wholeNumber } from '../arguments';

/** Schemas of the arguments of commands about settings and statements. */

const zoneHint = "Give a time zone such as 'Europe/Berlin', or null to follow the browser.";
export const timeZone = v.nullable(v.pipe(v.string(zoneHint), v.check(isTimeZone, zoneHint)));

const lines = (max: number) =>
  v.pipe(
    v.string('Give a text.'),
    v.trim(),
    v.check(
      (value) => value === '' || (isStorableText(value) && Array.from(value).length <= max),
      `Give a text of at most ${max.toLocaleString('en')} characters.`,
    ),
  );
const currencyHint = "Give a currency by its three letters, such as 'EUR'.";
export const currency = v.pipe(v.string(currencyHint), v.regex(/^[A-Z]{3}$/, currencyHint));
const rateHint = 'Give a rate above 0 and up to a million for one dollar.';
export const exchangeRate = v.pipe(wholeNumber, v.minValue(1, rateHint), v.maxValue(maxPerUsd, rateHint));
const billing: v.GenericSchema<Billing> = v.variant('kind', [
  v.object({
    kind: v.literal('percent'),
    hundredths: v.pipe(wholeNumber, v.maxValue(maxMarkup, 'Give a markup of at most 10,000 percent.')),
  }),
  v.object({
    kind: v.literal('perMillion'),
    nano: v.pipe(wholeNumber, v.maxValue(1e15, 'Give a price of at most a million per million tokens.')),
    currency,
  }),
]);

/** '' stands for projects without a client. */
export const statementClient = lines(300);
export const statementChanges = v.object({
  ownAddress: v.optional(lines(1000)),
  taxRate: v.optional(
    v.nullable(v.pipe(wholeNumber, v.maxValue(10_000, 'Give a tax rate of at most 100 percent.'))),
  ),
  clientAddress: v.optional(lines(1000)),
  billing: v.optional(v.nullable(billing)),
  number: v.optional(lines(100)),
});
export const issuedSubject: v.GenericSchema<IssuedSubject> = v.object({
  kind: v.picklist(['statement', 'all', 'client', 'project'], 'Give what was issued.'),
  key: v.pipe(v.string('Give what was issued.'), v.maxLength(300)),
});
export const issued: v.GenericSchema<Issued> = v.object({
  totalTokens: wholeNumber,
  costNanoUsd: wholeNumber,
  unpricedTokens: wholeNumber,
  issuedAt: time,
});
