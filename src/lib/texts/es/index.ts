import type { Texts } from '../texts';
import { budgetSteps } from './budget-steps';
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
import { extraction } from './extraction';
import { formats } from './formats';
import { imports } from './imports';
import { mapping } from './mapping';
import { month } from './month';
import { palette } from './palette';
import { pins } from './pins';
import { planWindows } from './plan-windows';
import { prices } from './prices';
import { problems } from './problems';
import { projects } from './projects';
import { safety } from './safety';
import { settings } from './settings';
import { shared } from './shared';
import { shell } from './shell';
import { statement } from './statement';
import { subscriptions } from './subscriptions';
import { team } from './team';

/** Spanish, with tú, for readers on either side of the Atlantic. Logs stay “logs”: “registro” is a record of one. */
export const texts: Texts = {
  shell,
  connected,
  connection,
  copies,
  cost,
  currency,
  devices,
  documents,
  mapping,
  month,
  projects,
  clients,
  events,
  extraction,
  formats,
  palette,
  pins,
  planWindows,
  prices,
  problems,
  budgets,
  budgetSteps,
  imports,
  exports,
  safety,
  settings,
  shared,
  statement,
  subscriptions,
  team,
};
