import { observers, type MeasuredPart, type PossibleCopies, type UsagePart } from '../../model/copies';
import type { DayRange } from '../../model/months';
import { teamOf } from '../../model/team';
import { plainName } from '../../prices/model-names';
import type { DatabaseContext } from '../context';
import { all, value } from '../sql/statements';
import { readDecisions } from './decisions';
import { inPart, partArguments, summed } from './left-out';

/** One source's usage of one model in one folder on one day. */
interface Cell {
  date: string;
  source: string;
  model: string;
  path: string;
  projectId: string;
}

/** Where two sources overlap: one project of the observer, and everything of the other source. */
interface Overlap {
  seen: Cell[];
  others: Cell[];
}

const selectCells = 'SELECT DISTINCT date, source, model, path, project_id FROM usage_daily_breakdown WHERE';
const isObserver = "(source IN (SELECT value FROM json_each(?1)) OR source GLOB 'mapped-table:*')";
/** A longer gap, in days without overlap, starts a new part. */
const longestGap = 7;
const dayLength = 86_400_000;

/**
 * Usage of the same model on the same day from both an observer and another source, unless the user decided that both
 * count. Usage that is already left out isn't found. Largest first. In a team's database, usage of two members, also
 * from the same observer: each has decided about their own before publishing, and equal rows count once.
 */
export function getPossibleCopies(database: DatabaseContext, range: DayRange): PossibleCopies[] {
  const isTeam = teamOf(database.name) !== undefined;
  const ids = JSON.stringify(observers);
  const months = [ids, range.from.slice(0, 7), range.to.slice(0, 7)];
  const isAny = `SELECT 1 FROM usage_monthly_breakdown WHERE month BETWEEN ?2 AND ?3 AND ${isObserver} LIMIT 1`;
  if (value(database, isAny, months) === undefined) return [];
  const seen = all<Cell>(
    database,
    `${selectCells} date BETWEEN ?2 AND ?3 AND model <> '' AND ${isObserver}`,
    [ids, range.from, range.to],
  );
  return [...overlapsOf(database, seen, isTeam).values()]
    .flatMap((overlap) => partsOf(database, overlap))
    .sort((a, b) => b.observer.totalTokens - a.observer.totalTokens);
}

function overlapsOf(database: DatabaseContext, seen: readonly Cell[], isTeam: boolean): Map<string, Overlap> {
  const plainNames = new Map<string, string>();
  const plain = (model: string): string => {
    let name = plainNames.get(model);
    if (name === undefined) plainNames.set(model, (name = plainName(model)));
    return name;
  };
  const placeOf = ({ date, model }: Cell) => `${date} ${plain(model)}`;
  const others = new Map<string, Cell[]>();
  for (const cell of othersOnSameDays(database, seen, plain)) {
    const there = others.get(placeOf(cell));
    if (there === undefined) others.set(placeOf(cell), [cell]);
    else there.push(cell);
  }
  const kept = readDecisions(database).filter(({ isLeftOut }) => !isLeftOut);
  const overlaps = new Map<string, Overlap>();
  for (const cell of seen) {
    for (const other of others.get(placeOf(cell)) ?? []) {
      if (isTeam ? !isTeamPair(cell, other) : !isPair(cell.source, other.source)) continue;
      if (kept.some(({ part, beside }) => beside === other.source && isIn(cell, part))) continue;
      const sides = isTeam ? [cell.path, other.path] : [cell.projectId];
      const key = JSON.stringify([cell.source, other.source, ...sides]);
      const overlap = overlaps.get(key) ?? { seen: [], others: [] };
      overlap.seen.push(cell);
      overlap.others.push(other);
      overlaps.set(key, overlap);
    }
  }
  return overlaps;
}

/** Usage of the same models on the same days, from any source. */
function othersOnSameDays(
  database: DatabaseContext,
  seen: readonly Cell[],
  plain: (model: string) => string,
): Cell[] {
  const wanted = new Set(seen.map(({ model }) => plain(model)));
  const models = all<{ model: string }>(database, 'SELECT DISTINCT model FROM event_kinds')
    .map(({ model }) => model)
    .filter((model) => model !== '' && wanted.has(plain(model)));
  return all<Cell>(
    database,
    `${selectCells} date IN (SELECT value FROM json_each(?1)) AND source <> 'manual'
       AND model IN (SELECT value FROM json_each(?2))`,
    [JSON.stringify([...new Set(seen.map(({ date }) => date))]), JSON.stringify(models)],
  );
}

/** Of two observers, only one is offered as the copy. */
function isPair(observer: string, other: string): boolean {
  const rank = (source: string): number => {
    const index = observers.indexOf(source);
    return index === -1 && source.startsWith('mapped-table:') ? observers.length : index;
  };
  return observer !== other && (rank(other) === -1 || rank(observer) < rank(other));
}

/** In a team's database, the path is the member. Of equal sources, one pair is enough. */
function isTeamPair(observer: Cell, other: Cell): boolean {
  if (observer.source === other.source) return observer.path < other.path;
  return observer.path !== other.path && isPair(observer.source, other.source);
}

function isIn({ date, source, model, path }: Cell, part: UsagePart): boolean {
  const isThen = date >= part.from && date <= part.to;
  return isThen && source === part.source && part.models.includes(model) && part.paths.includes(path);
}

function partsOf(database: DatabaseContext, { seen, others }: Overlap): PossibleCopies[] {
  return rangesOf(seen.map(({ date }) => date)).map((range) => ({
    observer: measure(database, range, seen),
    other: measure(database, range, others),
  }));
}

/** Measures all that would be left out with this part, which may be more than the overlapping days. */
function measure(database: DatabaseContext, range: DayRange, cells: readonly Cell[]): MeasuredPart {
  const within = cells.filter(({ date }) => date >= range.from && date <= range.to);
  const part = {
    ...range,
    source: within[0]?.source ?? '',
    models: [...new Set(within.map(({ model }) => model))].sort(),
    paths: [...new Set(within.map(({ path }) => path))].sort(),
  };
  const projects = all<{ projectId: string; eventCount: number; totalTokens: number }>(
    database,
    `SELECT project_id, sum(event_count) AS event_count, sum(total_tokens) AS total_tokens
     FROM usage_daily_breakdown WHERE ${inPart} GROUP BY project_id ORDER BY total_tokens DESC`,
    partArguments(part),
  );
  return { ...part, ...summed(projects) };
}

function rangesOf(dates: readonly string[]): DayRange[] {
  const ranges: DayRange[] = [];
  for (const date of [...new Set(dates)].sort()) {
    const last = ranges.at(-1);
    if (last !== undefined && Date.parse(date) - Date.parse(last.to) <= longestGap * dayLength)
      last.to = date;
    else ranges.push({ from: date, to: date });
  }
  return ranges;
}
