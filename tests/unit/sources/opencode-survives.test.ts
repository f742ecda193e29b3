import { opencode } from '../../../src/lib/sources/opencode';
import { survives } from './support/survives';

survives(opencode, { runs: 100, stride: 7 });
