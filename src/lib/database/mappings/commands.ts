import * as v from 'valibot';
import { tableMappingSchema } from '../../model/table-mapping';
import * as shape from '../arguments';
import { define } from '../sql/define-command';
import * as mappings from './mappings';

const { id, time } = shape;
const newMapping = v.omit(tableMappingSchema, ['earlier']);

export const mappingCommands = {
  getTableMappings: define({ args: [], reads: ['mappings'], run: mappings.getTableMappings }),
  saveTableMapping: define({
    args: [newMapping, time],
    changes: ['mappings'],
    run: mappings.saveTableMapping,
  }),
  renameTableMapping: define({
    args: [id, tableMappingSchema.entries.name, time],
    changes: ['mappings'],
    run: mappings.renameTableMapping,
  }),
  deleteTableMapping: define({ args: [id, time], changes: ['mappings'], run: mappings.deleteTableMapping }),
  restoreTableMapping: define({ args: [id, time], changes: ['mappings'], run: mappings.restoreTableMapping }),
};
