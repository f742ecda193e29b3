import { codexCli } from '../../../src/lib/sources/codex-cli';
import { survives } from './support/survives';

survives(codexCli);
