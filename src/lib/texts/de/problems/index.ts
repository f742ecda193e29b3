import type { Sentences } from '../../../model/problem';
import { database } from './database';
import { importing } from './importing';
import { reading } from './reading';

export const problems: Sentences = { ...reading, ...importing, ...database };
