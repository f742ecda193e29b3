import { sentencesOf } from '../../sentence-templates';
import { ofDatabase } from './database';
import { ofIngest } from './ingest';
import { ofSources } from './sources';

export const sentence = sentencesOf([...ofSources, ...ofIngest, ...ofDatabase]);
