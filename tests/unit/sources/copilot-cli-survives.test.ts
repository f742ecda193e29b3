import { copilotCli } from '../../../src/lib/sources/copilot-cli';
import { survives } from './support/survives';

survives(copilotCli);
