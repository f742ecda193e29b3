import type { Sentences } from '../../../model/problem';
import { database } from './database';
import { importing } from './importing';
import { reading } from './reading';
import { team } from './team';

export const problems: Sentences = { ...reading, ...importing, ...database, ...team };
