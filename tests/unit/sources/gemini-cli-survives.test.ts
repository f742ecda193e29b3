import { geminiCli } from '../../../src/lib/sources/gemini-cli';
import { survives } from './support/survives';

survives(geminiCli);
