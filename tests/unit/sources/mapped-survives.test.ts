import { mappedTable } from '../../../src/lib/sources/mapped-table';
import { csvMapping, linesMapping, wrappedMapping } from './support/mappings';
import { survives } from './support/survives';

survives(mappedTable(csvMapping), { files: ['mapped-table/own-log.csv'] });
survives(mappedTable(linesMapping), { files: ['mapped-table/own-log.jsonl'] });
survives(mappedTable(wrappedMapping), { files: ['mapped-table/wrapped.json'] });
