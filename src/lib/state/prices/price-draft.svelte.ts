import {
  maxDollarsPerMillion,
  picoPerDollarPerMillion,
  priceKinds,
  type OwnPrice,
  type PriceChoice,
  type PriceKind,
} from '../../model/price-choice';

/** One row of a form. An empty number field is null. */
interface PriceRow {
  from: string;
  dollars: Record<PriceKind, number | null>;
}

/** The choice for a model's price that the user is editing. */
export class PriceDraft {
  kind = $state<'table' | PriceChoice['kind']>('table');
  alias = $state('');
  rows = $state<PriceRow[]>([]);

  constructor(choice: PriceChoice | null, shown: OwnPrice['perToken']) {
    this.kind = choice?.kind ?? 'table';
    this.alias = choice?.kind === 'alias' ? choice.model : '';
    const prices = choice?.kind === 'own' ? choice.prices : [{ from: null, perToken: shown }];
    this.rows = prices.map(rowOf);
  }

  addRow(from: string): void {
    const last = this.rows.at(-1);
    this.rows.push({ from, dollars: { ...(last?.dollars ?? rowOf({ from: null, perToken: {} }).dollars) } });
  }

  removeRow(index: number): void {
    this.rows.splice(index, 1);
  }

  /** Null is the table's price; undefined can't be saved yet. */
  get choice(): PriceChoice | null | undefined {
    if (this.kind === 'table') return null;
    if (this.kind === 'free') return { kind: 'free' };
    if (this.kind === 'alias') {
      const model = this.alias.trim();
      return model === '' ? undefined : { kind: 'alias', model };
    }
    const prices = this.rows.map(priceOf);
    if (prices.length === 0 || prices.some((each) => each === undefined)) return undefined;
    const complete = prices.filter((each) => each !== undefined);
    const isRepeated = complete.some(
      ({ from }, index) => complete.findIndex((each) => each.from === from) !== index,
    );
    return isRepeated ? undefined : { kind: 'own', prices: complete };
  }
}

function rowOf({ from, perToken }: OwnPrice): PriceRow {
  const dollars = Object.fromEntries(
    priceKinds.map((kind) => {
      const price = perToken[kind];
      return [kind, price === undefined ? null : price / picoPerDollarPerMillion];
    }),
  ) as PriceRow['dollars'];
  return { from: from ?? '', dollars };
}

/** Undefined if a price is missing, negative or implausibly high. */
function priceOf({ from, dollars }: PriceRow): OwnPrice | undefined {
  const given = priceKinds.filter((kind) => dollars[kind] !== null);
  const isInvalid = given.some((kind) => {
    const price = dollars[kind] ?? 0;
    return !Number.isFinite(price) || price < 0 || price > maxDollarsPerMillion;
  });
  if (given.length === 0 || isInvalid) return undefined;
  const perToken = Object.fromEntries(
    given.map((kind) => [kind, Math.round((dollars[kind] ?? 0) * picoPerDollarPerMillion)]),
  );
  return { from: from === '' ? null : from, perToken };
}
