/** What can be wrong with a team's messages, which others write. Each code with the values that its sentence names. */
export interface TeamProblems {
  'team-access-line-wrong': null;
  /** Not sealed for this member, damaged, or not a roster. */
  'team-roster-unreadable': null;
  'team-roster-not-by-owner': null;
  'team-roster-changed': null;
  'team-message-too-large': null;
  /** Not sealed for its readers, or damaged. */
  'team-month-unreadable': null;
  'team-month-forged': null;
  'team-month-implausible': { field: string };
  'team-member-unknown': null;
  'team-project-unknown': null;
  'team-worker-stopped': null;
  /** Why an owner's change was not written. */
  'team-server-gone': null;
  'team-server-full': null;
  'team-server-refused': null;
}
