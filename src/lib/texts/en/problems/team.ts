import type { TeamProblems } from '../../../model/problems/team';
import type { Sentences } from '../../../model/problem';

export const team: Sentences<TeamProblems> = {
  'team-access-line-wrong':
    'This is not a complete access line. It begins with U, contains “.age1”, and Tokentab shows it to each member.',
  'team-roster-unreadable': 'The team’s list of members can’t be opened. Ask an owner whether you are in it.',
  'team-roster-not-by-owner': 'The team’s list of members was not signed by an owner, so it is not used.',
  'team-roster-changed':
    'Another owner has changed the team at the same time. Look at it again, then repeat your change.',
  'team-message-too-large': 'This is more than the server accepts in one message. Nothing was sent.',
  'team-month-unreadable': 'A published month can’t be opened. It is damaged, or was encrypted for others.',
  'team-month-forged': 'A published month was not signed by the member whose name it has, so it is not used.',
  'team-month-implausible': ({ field }) =>
    `A published month has values that usage can’t have (${field}), so it is not used.`,
  'team-member-unknown': 'A month was published by somebody who is not in the team’s list of members.',
  'team-project-unknown': 'A month was published for a project that the team does not have.',
  'team-worker-stopped':
    'The part of Tokentab that reads and publishes for the team stopped. Reload the page.',
  'team-server-gone': 'The server doesn’t answer. Try again once it runs.',
  'team-server-full': 'The server has no space left.',
  'team-server-refused': 'The server refuses the change. Perhaps it doesn’t know yet that you are an owner.',
};
