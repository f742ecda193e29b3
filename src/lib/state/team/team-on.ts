/**
 * The browser preference that says whether there is a team, so that pages load its code only if needed. Its value is the
 * team's short name, after a '+' if this member reads the usage of others.
 */
export const teamOn = 'tokentab:team';
