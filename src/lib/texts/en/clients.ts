import { counted } from '../counted';

export const clients = {
  title: 'Clients',
  client: 'Client',
  none: 'No clients yet. Give a project one where you edit it, and it appears here.',
  filter: 'Filter by name',
  count: (count: number) => counted(count, 'client', 'clients'),
  noMatch: (text: string) => `No client matches “${text}”.`,
  projectCount: 'Projects',
  tokensIn: (month: string) => `Tokens, ${month}`,
  actions: 'Actions',
  more: (name: string) => `More about ${name}`,
  toClients: 'Go to all clients',
  unknown: 'There is no such client',
  unknownHint: 'No project has this client by now. Give it to one where you edit the project.',

  rename: 'Rename …',
  renameNamed: (name: string) => `Rename ${name}`,
  renameTitle: 'Rename client',
  renameHint: (count: number) =>
    `Changes ${counted(count, 'project', 'projects')} at once. It can be undone.`,
  joins: (name: string) => `${name} is there already: both become one client. It can be undone.`,
  nameRequired: 'A client needs a name.',
  nameTooLong: 'Use at most 300 characters.',
  renamed: (before: string, after: string) => `Renamed ${before} to ${after}.`,

  statement: 'Statement',
  statementFor: (month: string) => `Statement for ${month}`,
  statementOf: (name: string) => `Statement for ${name}`,
  months: (year: string) => `Months of ${year}`,
  month: 'Month',
  projects: (year: string) => `Projects in ${year}`,
  noUsage: (year: string) => `No usage in ${year}.`,
};
