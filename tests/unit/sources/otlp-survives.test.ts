import { otlp } from '../../../src/lib/sources/otlp';
import { survives } from './support/survives';

survives(otlp);
