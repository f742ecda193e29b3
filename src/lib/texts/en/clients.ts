import { counted } from '../counted';

export const clients = {
  title: 'Clients',
  client: 'Client',
  none: 'No clients yet. Set a client when you edit a project and it will appear here.',
  filter: 'Filter by name',
  count: (count: number) => counted(count, 'client', 'clients'),
  noMatch: (text: string) => `No client matches “${text}”.`,
  projectCount: 'Projects',
  tokensIn: (month: string) => `Tokens, ${month}`,
  actions: 'Actions',
  more: (name: string) => `More about ${name}`,
  toClients: 'Go to all clients',
  unknown: 'Client not found',
  unknownHint: 'No project has this client. You can set one when you edit a project.',

  rename: 'Rename…',
  renameNamed: (name: string) => `Rename ${name}`,
  renameTitle: 'Rename client',
  renameHint: (count: number) => `Changes ${counted(count, 'project', 'projects')}. You can undo this.`,
  joins: (name: string) => `${name} already exists. The two will become one client. You can undo this.`,
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
