import * as v from 'valibot';
import { tableMappingSchema } from '../../model/table-mapping';
import type { Commands } from '../../protocol/commands';
import * as shape from '../arguments';
import type { DatabaseContext } from '../context';
import { checkArgument as check } from '../sql/check-argument';
import * as mappings from './mappings';

type Wrap = <Args extends unknown[], Result>(command: (...args: Args) => Result) => (...args: Args) => Result;

type Names =
  | 'getTableMappings'
  | 'saveTableMapping'
  | 'renameTableMapping'
  | 'deleteTableMapping'
  | 'restoreTableMapping';

const newMapping = v.omit(tableMappingSchema, ['earlier']);
const { name } = tableMappingSchema.entries;

/** How users read tables that no source knows; `read` and `write` are those of `createCommands`. */
export function mappingCommands(database: DatabaseContext, read: Wrap, write: Wrap): Pick<Commands, Names> {
  return {
    getTableMappings: read(() => mappings.getTableMappings(database)),
    saveTableMapping: write((mapping, savedAt) =>
      mappings.saveTableMapping(database, check(newMapping, mapping), check(shape.time, savedAt)),
    ),
    renameTableMapping: write((id, newName, renamedAt) =>
      mappings.renameTableMapping(
        database,
        check(shape.id, id),
        check(name, newName),
        check(shape.time, renamedAt),
      ),
    ),
    deleteTableMapping: write((id, deletedAt) =>
      mappings.deleteTableMapping(database, check(shape.id, id), check(shape.time, deletedAt)),
    ),
    restoreTableMapping: write((id, restoredAt) =>
      mappings.restoreTableMapping(database, check(shape.id, id), check(shape.time, restoredAt)),
    ),
  };
}
