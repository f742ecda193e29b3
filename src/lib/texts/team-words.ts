import { later } from './later';
import { t, type FirstTexts } from './texts';

/** The texts for a team's database, whose events are day rows and whose paths are members. */
export function teamWords(): FirstTexts {
  const { month, projects, shell, prices, copies } = t;
  const { members, memberName, allMembers, ...words } = later.team.words;
  return {
    ...t,
    month: {
      ...month,
      ...words.month,
      allFolders: allMembers,
      groupings: { ...month.groupings, path: memberName },
      groupNames: { ...month.groupNames, path: words.inMember },
      tableTitles: { ...month.tableTitles, path: members },
    },
    projects: { ...projects, byFolder: words.byMember },
    shell: { ...shell, ...words.shell },
    prices: { ...prices, ...words.prices },
    copies: { ...copies, ...words.copies },
  };
}
