import { apiResponse } from '../../../src/lib/sources/api-response';
import { survives } from './support/survives';

survives(apiResponse);
