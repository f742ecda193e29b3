import { budgets } from './budgets';
import { clients } from './clients';
import { connected } from './connected';
import { connection } from './connection';
import { copies } from './copies';
import { cost } from './cost';
import { currency } from './currency';
import { devices } from './devices';
import { documents } from './documents';
import { events } from './events';
import { exports } from './export';
import { imports } from './imports';
import { month } from './month';
import { palette } from './palette';
import { pins } from './pins';
import { planWindows } from './plan-windows';
import { prices } from './prices';
import { projects } from './projects';
import { safety } from './safety';
import { settings } from './settings';
import { shared } from './shared';
import { shell } from './shell';
import { statement } from './statement';
import { subscriptions } from './subscriptions';

export const texts = {
  shell,
  connected,
  connection,
  copies,
  cost,
  currency,
  devices,
  documents,
  month,
  projects,
  clients,
  events,
  palette,
  pins,
  planWindows,
  prices,
  budgets,
  imports,
  exports,
  safety,
  settings,
  shared,
  statement,
  subscriptions,
};
