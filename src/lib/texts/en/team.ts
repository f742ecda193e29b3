import { counted } from '../counted';

/** A team: members publish day totals of linked projects, owners and leads read them. */
export const team = {
  title: 'Team',
  lead: 'A team sees what its members use, by project and client. You choose which of your projects take part. Only their totals by day leave this browser, encrypted: no sessions, folders, hours or prompts.',
  open: 'Team settings',
  failed: 'The team could not be reached.',
  database: (team: string) => `Team ${team}`,

  banner: (team: string) => `This is what the members of ${team} have published. It can only be read here.`,
  back: 'Back to my usage',
  view: (team: string) => `Usage of ${team}`,
  viewShort: 'Open the team’s usage',
  noImport: 'Nothing is imported into a team’s usage. Go back to your own to import logs.',
  noDocuments: 'Documents are extracted for your own projects. Go back to your own usage to add them to one.',
  membersTitle: 'Members',
  /** In place of folders and events, in a team's database. */
  words: {
    memberName: 'Member',
    inMember: 'member',
    byMember: 'By member',
    allMembers: 'All members',
    members: (range: string) => `Members, ${range}`,
    month: {
      events: 'Day totals',
      eventsShort: 'Day totals',
    },
    shell: {
      dropToImport: 'Nothing is imported here',
      dropToImportHint: 'This is a team’s usage. Go back to your own to import logs.',
    },
    prices: {
      lead: 'Each cost is what the prices of the member who published it made it. Here you only choose the currency in which costs are shown.',
    },
    copies: {
      text: 'Two members published usage of the same models on the same days, and at least one of them took it from a provider’s export, a gateway or a trace. Rows that are exactly equal count once. What is listed here differs, but may come from the same calls. If it does, ask one of the two to unlink the project or to leave that usage out.',
    },
  },

  noServerTitle: 'This site has no server yet',
  noServer:
    'A team meets on a NATS server behind this site. Whoever runs the site can set one up in ten minutes; docs/team.md in Tokentab’s source says how.',
  again: 'Try again',

  setUpTitle: 'Join a team, or start one',
  setUpText:
    'The team’s owner tells you its short name. A browser profile can be in only one team; use another profile for a second one.',
  shortName: 'Short name of the team',
  shortNameHint: 'Lower-case letters, digits and hyphens, for example acme.',
  yourName: 'Your name',
  yourNameHint: 'As the team sees it.',
  join: 'Join the team',
  start: 'Start a new team',

  waitingTitle: (team: string) => `Waiting for the owner of ${team}`,
  waiting:
    'Send this line to the owner. It isn’t a secret. Once you are in, this page continues automatically while it is open.',
  line: 'Your access line',
  copyLine: 'Copy the line',
  foundingTitle: (team: string) => `Set up ${team} on the server`,
  founding:
    'Run these two commands where the server is. They create the team’s account and make you its first owner.',
  command: 'Command for the server',
  copyCommand: 'Copy the command',
  foundingDone: 'Done, continue',
  refusedYet: 'The server doesn’t know you yet.',

  roles: { owner: 'Owner', lead: 'Lead', member: 'Member' },
  roleTexts: {
    owner: 'You read everything and manage the team.',
    lead: 'You read the projects that the owner has given you.',
    member: 'You publish what you link. Only owners and leads read it.',
  },
  states: {
    working: 'Comparing with the server…',
    nothing: 'Nothing is published. Link a project to begin.',
    published: (when: string) => `Published. Last compared ${when}.`,
    read: (when: string) => `Up to date. Last read ${when}.`,
    waiting: 'Not compared yet.',
    gone: 'The server doesn’t answer. Nothing is lost; Tokentab tries again every five minutes.',
    full: 'The server has no space left. Nothing is lost; Tokentab tries again every five minutes.',
    refused:
      'The server refuses you. Perhaps the owner has removed you, or the server lost its configuration. Ask the owner.',
    reading: (left: string) => `Reading. ${left} messages to go.`,
    unreadable: (count: number) =>
      `${counted(count, 'month could', 'months could')} not be read: damaged, or encrypted before you were allowed to read them.`,
    otherDevice: (project: string) =>
      `Another of your browsers also publishes ${project}. If both have the same usage, it counts twice: unlink it in one of them.`,
  },
  compare: 'Compare now',

  linkTitle: 'Your projects',
  linkText: 'Nothing leaves this browser until you link a project. Unlinking takes back what was published.',
  ownProject: 'Your project',
  teamProject: 'Project of the team',
  notLinked: 'Not linked',
  linkOf: (project: string) => `Project of the team for ${project}`,
  noTeamProjects: 'The team has no projects yet. Its owner adds them.',
  addProjectsFirst: 'The team has no projects yet. Add them below.',
  noOwnProjects: 'You have no projects yet.',
  previewTitle: (project: string) => `Publish ${project}?`,
  previewText: (rows: number, months: number) =>
    `This is everything that leaves this browser: ${counted(rows, 'row', 'rows')} in ${counted(months, 'month', 'months')}. New days are published automatically.`,
  previewNothing: 'This project has no usage yet. New days are published automatically.',
  previewReaders: (names: string) => `Can be read by: ${names}.`,
  previewMarks:
    'Rows from a provider’s export, a gateway or a trace also carry a mark, so that they count once if another member publishes the same ones.',
  previewTable: 'What is published',
  previewMore: (count: string) => `and ${count} more`,
  day: 'Day',
  source: 'Source',
  model: 'Model',
  type: 'Type',
  tokens: 'Tokens',
  cost: 'Cost',
  link: 'Link and publish',
  linked: (project: string) => `${project} is published.`,
  unlinked: (project: string) => `${project} is no longer published. What was published was taken back.`,
  linkFailed: 'The link could not be changed.',

  membersText:
    'Each member needs a line in the server’s configuration: copy their command, run it where the server is, then reload the server.',
  addMember: 'Add a member',
  changeMember: (name: string) => `Edit ${name}`,
  memberName: 'Name',
  accessLine: 'Access line',
  accessLineHint: 'The line that Tokentab shows the member. It begins with U.',
  accessLineInvalid: 'This is not an access line. Copy all of it, from the U to the end.',
  shortNameWrong: 'Begin with a letter. Use only lower-case letters, digits and hyphens.',
  onlyOwn: 'Teams are about your own usage. Leave the sample data first.',
  notInTeam: (team: string) =>
    `This browser isn’t in the team ${team} any more. What is shown here is what it read before.`,
  nameRequired: 'Enter a name.',
  alreadyThere: 'This member is already in the team.',
  role: 'Role',
  reads: 'Reads',
  readsRequired: 'Choose at least one project.',
  readsAll: 'everything',
  readsNothing: 'nothing',
  you: 'you',
  hasLeft: 'removed',
  leftOut: 'left out',
  save: 'Save',
  cancel: 'Cancel',
  removeMember: 'Remove from the team',
  removeText:
    'What this member published stays. New months are encrypted with new keys, which this member doesn’t get.',
  isRemoved: 'Removed from the team',
  leaveOutMember: 'Leave out what this member published',
  leaveOutText:
    'For somebody who joined again, for example from a new browser: what they published before and publish again counts once.',
  savedMember: 'Saved. Now run their command where the server is.',
  saved: 'The team was changed.',
  saveFailed: 'The team could not be changed.',
  lastOwner: 'A team needs an owner.',

  projectsTitle: 'Projects of the team',
  addProject: 'Add a project',
  changeProject: (name: string) => `Edit ${name}`,
  projectName: 'Name',
  client: 'Client',
  archived: 'Archived',
  isArchived: 'Archived: members can no longer link it',

  leave: 'Leave the team…',
  leaveText:
    'This takes back what you published from this browser, and forgets the team and what you read of it here.',
  leaveKeepText: 'The server doesn’t answer, so what you published can’t be taken back now. Leave anyway?',
  leaveNow: 'Leave',
  leaveAnyway: 'Leave without taking back',
  left: 'You have left the team.',
};
