import { clients } from './clients';
import { connection } from './connection';
import { events } from './events';
import { imports } from './imports';
import { month } from './month';
import { palette } from './palette';
import { pins } from './pins';
import { projects } from './projects';
import { settings } from './settings';
import { shell } from './shell';

export const en = { shell, connection, month, projects, clients, events, palette, pins, imports, settings };
