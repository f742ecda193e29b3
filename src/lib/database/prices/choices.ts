import type { ModelPriceChoice, PriceChoice } from '../../model/price-choice';
import type { Connection } from '../context';
import { all, run } from '../sql/statements';

/** Sorted by model. */
export function getPriceChoices(connection: Connection): ModelPriceChoice[] {
  return all<{ model: string; choice: string }>(
    connection,
    'SELECT model, choice FROM price_choices WHERE choice IS NOT NULL ORDER BY model',
  ).map(({ model, choice }) => ({ model, choice: JSON.parse(choice) as PriceChoice }));
}

/** Null removes the choice. Stored events keep their cost until they are repriced. */
export function savePriceChoice(
  connection: Connection,
  model: string,
  choice: PriceChoice | null,
  savedAt: number,
): void {
  run(
    connection,
    `INSERT INTO price_choices (model, choice, updated_at) VALUES (?1, ?2, ?3)
     ON CONFLICT (model) DO UPDATE SET choice = excluded.choice, updated_at = excluded.updated_at`,
    [model, choice && JSON.stringify(choice), savedAt],
  );
}

/** The model, and those that are priced as aliases of it. */
export function affectedModels(connection: Connection, model: string): string[] {
  const aliases = getPriceChoices(connection).filter(
    ({ choice }) => choice.kind === 'alias' && choice.model === model,
  );
  return [model, ...aliases.map((each) => each.model)];
}
